package sightline.domain.privacy;

/** Whether a directive may still be replaced. */
public enum Finality {
  /** At once, at least once, for whoever must act within milliseconds; says nothing about release. */
  PROVISIONAL,
  /** Exactly one a frame, never rewritten; only overrides come after it. */
  FINAL
}
