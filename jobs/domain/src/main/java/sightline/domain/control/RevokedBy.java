package sightline.domain.control;

/** How a revocation names what it revokes. */
public enum RevokedBy {
  /** One recording. */
  SESSION,
  /** Whatever was recorded under one receipt. */
  RECEIPT,
  /** Whatever one worker recorded under one pseudonym; somebody who comes back gets another. */
  WORKER
}
