package sightline.domain.privacy;

/** What may happen to a frame, from the loosest to the strictest. */
public enum Disposition {
  /** Nothing to hide. */
  RELEASE,
  /** Release once the regions are filled. */
  REDACT,
  /** Nobody sees it. */
  WITHHOLD;

  public Disposition strictest(Disposition other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
