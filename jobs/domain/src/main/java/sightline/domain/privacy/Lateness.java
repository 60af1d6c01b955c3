package sightline.domain.privacy;

/** By which clock a late frame is late. */
public enum Lateness {
  /** A frame with a higher index, captured at least the horizon later, was there before it. */
  HORIZON,
  /** Its session had been silent for so long that its place was settled. Depends on wall clock: outside the replay claim. */
  SILENCE
}
