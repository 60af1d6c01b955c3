package sightline.domain.framing;

/** What a frame adds to the one before it. */
public enum Freshness {
  /** Another picture. */
  NEW,
  /** Hardly another picture, but not the same one: a camera that stands still before a scene at rest. No fault. */
  STILL,
  /** The same picture as before, delivered again. */
  REPEATED,
  /** The same picture for longer than a camera at work can give one. */
  FROZEN
}
