package sightline.domain.leak;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which frames are looked at again. It hangs on the frame's own name and a seed, so that every replay looks at the same ones,
 * and nobody who does not know the seed can tell which.
 *
 * @param rate share of frames, 0 to 1
 */
public record LeakSampling(double rate, long seed) implements Serializable {
  private static final double STEPS = 1L << 53;

  public LeakSampling {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("a share of frames lies in 0..1, got " + rate);
    }
  }

  public boolean examines(String session, int index) {
    byte[] name = session.getBytes(StandardCharsets.UTF_8);
    byte[] digest = sha256(ByteBuffer.allocate(Long.BYTES + Integer.BYTES + name.length)
        .putLong(seed)
        .putInt(index)
        .put(name)
        .array());
    return (ByteBuffer.wrap(digest).getLong() >>> 11) / STEPS < rate;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
