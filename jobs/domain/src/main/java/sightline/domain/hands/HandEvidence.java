package sightline.domain.hands;

/** What speaks for a count of hands, or against having one. */
public enum HandEvidence {
  /** The hand detector alone is sure enough. */
  PALM_SEEN,
  /** The hand detector was in doubt, and the person it lies on spoke for it: hands in gloves, from behind, holding something. */
  ON_A_PERSON,
  /** The hand detector was in doubt, and looks just before or after saw a hand in the same place. */
  SEEN_BEFORE_OR_AFTER,
  /** A part of a person reaches in from an edge and no hand was found on it. */
  ARM_WITHOUT_A_HAND,
  /** A hand of the look before is gone, and was last seen near an edge. */
  LEFT_OVER_AN_EDGE,
  /** A hand of the look before is gone, and was last seen away from every edge: something hides it, or it was missed. */
  GONE_WITHIN_THE_FRAME,
  /** This frame was not looked at; the count is that of the nearest look. */
  COUNTED_BY_A_NEIGHBOUR
}
