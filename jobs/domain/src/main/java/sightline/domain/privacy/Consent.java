package sightline.domain.privacy;

/** How a run treats consent; stamped into every directive. */
public enum Consent {
  /** Not asked for: for media files that a person analyses at their own desk. */
  OFF,
  /** Every frame needs a verified receipt. */
  REQUIRED
}
