package sightline.domain.people;

/** Why a body was taken for the worker's or for somebody else's. */
public enum PersonEvidence {
  /** A face lies in it: nobody films their own, but for a mirror, and that must be hidden too. */
  SHOWS_A_FACE,
  /** It reaches into the picture from the side at which a wearer's body is. */
  ENTERS_FROM_THE_WEARER,
  /** It does not touch the side at which a wearer's body is. */
  STANDS_FREE,
  /** It holds a hand that reaches in from the wearer's side. */
  HOLDS_THE_WEARERS_HAND,
  /** It is too small to be the wearer's own arm or lap. */
  TOO_SMALL_FOR_THE_WEARER,
  /** It is as tall and narrow as a standing person. */
  UPRIGHT_SHAPE,
  /** The task is filmed from outside, so everybody in view counts. */
  FILMED_FROM_OUTSIDE,
  /** Nothing speaks for the worker, and doubt counts against release. */
  NOTHING_SPEAKS_FOR_THE_WORKER
}
