package sightline.domain.control;

import java.io.Serializable;
import java.time.Instant;

/**
 * Consent taken back. It holds as soon as it is read, for all footage it names, whenever that was taken: a date that lies ahead
 * does not keep a frame releasable for longer, since withholding too early harms less.
 *
 * @param id of the session or receipt, or the worker's pseudonym
 * @param effectiveAt when it was taken back, for the record
 */
public record Revocation(RevokedBy by, String id, Instant effectiveAt, RevocationReason reason)
    implements Serializable {
  public Revocation {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a revocation names what it revokes");
    }
  }

  /** By which it is found; nothing else has the same. */
  public String key() {
    return key(by, id);
  }

  public static String key(RevokedBy by, String id) {
    return by.name() + "/" + id;
  }
}
