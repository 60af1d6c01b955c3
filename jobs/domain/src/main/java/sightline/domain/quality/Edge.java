package sightline.domain.quality;

/** A side of the upright picture, for advice a person can follow. */
public enum Edge {
  LEFT,
  RIGHT,
  TOP,
  BOTTOM,
  /** All over, or in the middle. */
  WHOLE
}
