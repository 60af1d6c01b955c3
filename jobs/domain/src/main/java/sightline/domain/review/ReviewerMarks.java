package sightline.domain.review;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells reviewers apart without naming them: HMAC-SHA-256 (RFC 2104), cut to 64 bits. Each use has marks of its own, so that those of
 * one output cannot be held against those of another.
 *
 * @param seed secret; the same one gives the same marks
 */
public record ReviewerMarks(long seed) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String INSIDE = "sightline-reviewer-mark-1";
  private static final String OPERATIONS = "sightline-reviewer-operations-1";

  /**
   * Who decided, inside the engine.
   *
   * @param issuer who runs the review
   * @param subject the reviewer, as the issuer calls them
   */
  public long of(String issuer, String subject) {
    return mac(INSIDE, issuer.length() + ":" + issuer + subject);
  }

  /**
   * What readers of {@code operations} see in its place.
   *
   * @return 16 hex digits
   */
  public String inOperations(long mark) {
    return String.format("%016x", mac(OPERATIONS, Long.toString(mark)));
  }

  private long mac(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(ByteBuffer.allocate(Long.BYTES).putLong(seed).array(), ALGORITHM));
      mac.update((purpose + "\0").getBytes(StandardCharsets.US_ASCII));
      return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }
}
