package sightline.domain.people;

/** Why a body was taken for the worker's or for somebody else's. */
public enum PersonEvidence {
  /** A face lies in it: nobody films their own, but for a mirror, and that must be hidden too. */
  SHOWS_A_FACE,
  /** It ends above the lower edge, from where a wearer's body comes, and is not a large lying shape. */
  STANDS_FREE,
  /** It lies wholly in the outer quarter of the picture: a wearer's arms come in to the middle. */
  KEEPS_TO_ONE_SIDE,
  /** It is as tall and narrow as a standing person, and the detector is surer than of any arm. */
  UPRIGHT_SHAPE,
  /** Hands were looked for and none lies in it, and the detector is sure: a wearer's arm would end in one. */
  SHOWS_NO_HAND,
  /** The task is filmed from outside, so everybody in view counts. */
  FILMED_FROM_OUTSIDE,
  /** Nothing speaks for the worker, and doubt counts against release. */
  NOTHING_SPEAKS_FOR_THE_WORKER,
  /** Faces or hands could not be looked for, so nothing can speak for the worker. */
  DETECTOR_FAILED,
  /** It comes in over the lower edge, where a wearer's body is. */
  ENTERS_FROM_THE_WEARER,
  /** A hand lies in it, and nothing in it speaks for somebody else. */
  HOLDS_A_HAND,
  /** It is too large and not upright for somebody who stands free: an arm or a lap close before the camera. */
  LIES_CLOSE,
  /** Nobody looked for bodies in this frame, or the look missed this one; a look shortly before or after found it. */
  SEEN_JUST_BEFORE_OR_AFTER
}
