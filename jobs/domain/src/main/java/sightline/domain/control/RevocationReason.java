package sightline.domain.control;

/** Why consent was taken back. Nobody has to say. */
public enum RevocationReason {
  /** The worker, or somebody in the footage, no longer agrees. */
  WITHDRAWN,
  /** The receipt should never have been given. */
  GIVEN_IN_ERROR,
  /** The key that signed the receipt is not trusted any more. */
  KEY_COMPROMISED,
  UNSPECIFIED
}
