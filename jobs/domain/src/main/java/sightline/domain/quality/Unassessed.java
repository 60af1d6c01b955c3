package sightline.domain.quality;

/** Why a measure has no value. "Not assessed" is an answer of its own, never a zero. */
public enum Unassessed {
  /** This version of the engine has no such measure yet. */
  NOT_IN_THIS_VERSION,
  /** The model that would measure it is not installed. */
  MODEL_MISSING,
  /** The detector threw or answered nonsense. */
  DETECTOR_FAILED,
  /** The image passed the header checks but did not decode. */
  UNDECODABLE,
  /** Too dark for this measure to tell anything. */
  TOO_DARK,
  /** Too blurred for this measure to tell anything. */
  TOO_BLURRED,
  /** What it would be measured on is too small in the frame, or the frame itself is. */
  TOO_SMALL,
  /** Too much of the lens is covered. */
  COVERED,
  /** Nothing in the frame on which this measure could work (a sharpness without any texture). */
  NOTHING_TO_MEASURE,
  /** It was not this frame's turn, and no neighbour in time answers for it. */
  NOT_SCHEDULED,
  /** It takes neighbouring frames, and there are none near enough. */
  NO_NEIGHBOUR,
  /** The task says nothing that it could be held against. */
  NOT_IN_TASK
}
