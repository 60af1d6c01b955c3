package sightline.pipeline.ingest;

import java.io.Serializable;
import java.security.SecureRandom;
import sightline.wire.Secret;

/**
 * Whose reviews are believed.
 *
 * @param keys path of a JWK set (RFC 7517) with the Ed25519 keys of those who may review; empty for none, and then no review is
 *     believed
 * @param issuer that reviews must name; empty for any whose key is in the set
 * @param marks what pseudonyms of reviewers are made with
 */
public record ReviewSettings(String keys, String issuer, Secret marks) implements Serializable {
  private static final String MARKS = "sightline-reviewer-marks-1";

  /**
   * @throws IllegalArgumentException where the file of keys is not there or holds none
   */
  public static ReviewSettings of(String keys, String issuer, Secret marks) {
    SigningKeys.require(keys);
    return new ReviewSettings(keys, issuer, marks);
  }

  /**
   * @param file path of a secret; empty for one that is drawn now
   * @throws IllegalArgumentException where it cannot be read, or is too short for a secret
   */
  public static Secret marksIn(String file) {
    Secret marks = file.isEmpty()
        ? Secret.drawn(MARKS, new SecureRandom().nextLong())
        : Secret.inFile(MARKS, file);
    marks.require();
    return marks;
  }
}
