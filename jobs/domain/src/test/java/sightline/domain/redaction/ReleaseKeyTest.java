package sightline.domain.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ReleaseKeyTest {
  private static final byte[] DIGEST = new byte[32];

  private static KeyPair pair(String algorithm) throws Exception {
    return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
  }

  private static byte[] pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(der), label)
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void whatWasSignedIsKnownAgainAndNothingElseIs() throws Exception {
    KeyPair pair = pair("Ed25519");
    byte[] known = pair.getPublic().getEncoded();
    byte[] signature =
        ReleaseKey.read(pair.getPrivate().getEncoded()).sign("session", 7, 1, DIGEST);
    byte[] other = DIGEST.clone();
    other[31] = 1;
    byte[] forged = signature.clone();
    forged[0] ^= 1;

    assertThat(ReleaseKey.verify(known, "session", 7, 1, DIGEST, signature)).isTrue();
    assertThat(ReleaseKey.verify(known, "sessio", 7, 1, DIGEST, signature)).isFalse();
    assertThat(ReleaseKey.verify(known, "session", 8, 1, DIGEST, signature)).isFalse();
    assertThat(ReleaseKey.verify(known, "session", 7, 2, DIGEST, signature)).isFalse();
    assertThat(ReleaseKey.verify(known, "session", 7, 1, other, signature)).isFalse();
    assertThat(ReleaseKey.verify(known, "session", 7, 1, DIGEST, forged)).isFalse();
    assertThat(ReleaseKey.verify(known, "session", 7, 1, DIGEST, new byte[0])).isFalse();
    assertThat(ReleaseKey.verify(
            pair("Ed25519").getPublic().getEncoded(), "session", 7, 1, DIGEST, signature))
        .isFalse();
  }

  @Test
  void aKeyIsReadAsOpensslWritesIt() throws Exception {
    KeyPair pair = pair("Ed25519");
    byte[] signature = ReleaseKey.read(pem("PRIVATE KEY", pair.getPrivate().getEncoded()))
        .sign("session", 7, 1, DIGEST);

    assertThat(ReleaseKey.verify(
            pem("PUBLIC KEY", pair.getPublic().getEncoded()), "session", 7, 1, DIGEST, signature))
        .isTrue();
  }

  @Test
  void whatIsNoSuchKeyIsRefusedWithoutQuotingIt() throws Exception {
    byte[] elliptic = pair("EC").getPrivate().getEncoded();
    for (byte[] file : new byte[][] {
      elliptic, new byte[0], pem("PRIVATE KEY", elliptic), "secret".getBytes(StandardCharsets.UTF_8)
    }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ReleaseKey.read(file))
          .withMessageContaining("openssl genpkey")
          .withMessageNotContaining("secret")
          .withNoCause();
    }
  }
}
