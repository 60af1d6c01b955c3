package sightline.domain.leak;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells workers apart without naming them: HMAC-SHA-256 (RFC 2104) of the pseudonym, cut to 64 bits.
 *
 * @param seed secret; the same one gives the same marks
 */
public record WorkerMarks(long seed) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE =
      "sightline-worker-mark-1\0".getBytes(StandardCharsets.US_ASCII);

  public long of(String worker) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(ByteBuffer.allocate(Long.BYTES).putLong(seed).array(), ALGORITHM));
      mac.update(PURPOSE);
      return ByteBuffer.wrap(mac.doFinal(worker.getBytes(StandardCharsets.UTF_8)))
          .getLong();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }
}
