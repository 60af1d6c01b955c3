package sightline.domain.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proof that a frame was drawn by this process in this run: HMAC-SHA256 (RFC 2104) over the session's length in UTF-8 bytes
 * (4 bytes, big-endian), the session, the index (4 bytes, big-endian) and the image's SHA-256 (32 bytes).
 */
public final class DrawnSignature {
  /** Bytes of a key, of a SHA-256 and of a signature. */
  public static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private DrawnSignature() {}

  /** A key for one run; it never leaves the process. */
  public static byte[] newKey() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /**
   * @throws IllegalArgumentException if key or digest is not 32 bytes long
   */
  public static byte[] sign(byte[] key, String session, int index, byte[] sha256) {
    if (key.length != BYTES || sha256.length != BYTES) {
      throw new IllegalArgumentException("a key and a SHA-256 are %s bytes, got %s and %s"
          .formatted(BYTES, key.length, sha256.length));
    }
    byte[] name = session.getBytes(StandardCharsets.UTF_8);
    ByteBuffer signed = ByteBuffer.allocate(Integer.BYTES + name.length + Integer.BYTES + BYTES);
    signed.putInt(name.length).put(name).putInt(index).put(sha256);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(signed.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Whether the signature is the one that this key gives; in a time that does not depend on where it differs. */
  public static boolean verify(
      byte[] key, String session, int index, byte[] sha256, byte[] signature) {
    return MessageDigest.isEqual(sign(key, session, index, sha256), signature);
  }
}
