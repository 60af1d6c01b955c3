package sightline.domain.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DrawnSignatureTest {
  private final byte[] key = DrawnSignature.newKey();
  private final byte[] sha256 = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private final byte[] signature = DrawnSignature.sign(key, "session", 7, sha256);

  @Test
  void verifiesWhatItSigned() {
    assertThat(DrawnSignature.verify(key, "session", 7, sha256, signature)).isTrue();
  }

  @Test
  void refusesAnotherSessionIndexImageKeyOrSignature() {
    byte[] otherImage = sha256.clone();
    otherImage[31] ^= 1;
    byte[] otherSignature = signature.clone();
    otherSignature[0] ^= 1;
    assertThat(DrawnSignature.verify(key, "Session", 7, sha256, signature)).isFalse();
    assertThat(DrawnSignature.verify(key, "session", 8, sha256, signature)).isFalse();
    assertThat(DrawnSignature.verify(key, "session", 7, otherImage, signature)).isFalse();
    assertThat(DrawnSignature.verify(DrawnSignature.newKey(), "session", 7, sha256, signature))
        .isFalse();
    assertThat(DrawnSignature.verify(key, "session", 7, sha256, otherSignature)).isFalse();
    assertThat(DrawnSignature.verify(key, "session", 7, sha256, new byte[0])).isFalse();
  }

  @Test
  void signsLengthSessionIndexAndDigestInThisOrder() {
    byte[] zero = new byte[DrawnSignature.BYTES];
    // python3: hmac.new(bytes(32), b"\0\0\0\1s" + b"\0\0\0\2" + bytes(32), "sha256").hexdigest()
    assertThat(HexFormat.of().formatHex(DrawnSignature.sign(zero, "s", 2, zero)))
        .isEqualTo("feca427be693a486893bf76766a11061eb839a8dd3cfebf2a1807e1174e03927");
  }

  @Test
  void refusesADigestOfAnotherLength() {
    assertThatThrownBy(() -> DrawnSignature.sign(key, "session", 7, new byte[20]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20");
  }
}
