package sightline.pipeline.ingest;

import java.io.Serializable;

/**
 * Whose reviews are believed.
 *
 * @param keys path of a JWK set (RFC 7517) with the Ed25519 keys of those who may review; empty for none, and then no review is
 *     believed
 * @param issuer that reviews must name; empty for any whose key is in the set
 */
public record ReviewSettings(String keys, String issuer) implements Serializable {
  /**
   * @throws IllegalArgumentException where the file of keys is not there or holds none
   */
  public static ReviewSettings of(String keys, String issuer) {
    SigningKeys.require(keys);
    return new ReviewSettings(keys, issuer);
  }
}
