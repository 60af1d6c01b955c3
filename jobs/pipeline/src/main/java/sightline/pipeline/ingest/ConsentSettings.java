package sightline.pipeline.ingest;

import java.io.Serializable;
import sightline.domain.privacy.Consent;

/**
 * Whose receipts are believed.
 *
 * @param keys path of a JWK set (RFC 7517) with the Ed25519 keys of the controller; empty for none, and then no receipt is
 *     valid
 * @param issuer that receipts must name; empty for any whose key is in the set
 */
public record ConsentSettings(Consent mode, String keys, String issuer) implements Serializable {
  /**
   * @throws IllegalArgumentException where the file of keys is not there or holds none
   */
  public static ConsentSettings of(Consent mode, String keys, String issuer) {
    SigningKeys.require(keys);
    return new ConsentSettings(mode, keys, issuer);
  }
}
