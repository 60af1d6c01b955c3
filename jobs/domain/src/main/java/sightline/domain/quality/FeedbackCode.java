package sightline.domain.quality;

/** What a worker may be told about one frame; the words come from the message catalogue. */
public enum FeedbackCode {
  TOO_DARK,
  TOO_BRIGHT,
  HARSH_LIGHT,
  LOW_CONTRAST,
  BLURRED,
  LENS_COVERED,
  /** The hands work beyond the edge of what the task wants in view: turn the camera towards that edge. */
  HANDS_OUT_OF_FRAME,
  /** The frame's edge cuts through a hand: turn the camera towards that edge. */
  HANDS_CUT_OFF,
  /** The hands are too small to learn from: bring the camera closer, or use a narrower view. */
  TOO_FAR,
  /** The hands fill so much of the frame that what they handle cannot be seen. */
  TOO_CLOSE,
  /** The horizon is out of level; the edge is the side on which it hangs. */
  CAMERA_TILTED,
  /** The camera trembles or bounces. */
  SHAKY
}
