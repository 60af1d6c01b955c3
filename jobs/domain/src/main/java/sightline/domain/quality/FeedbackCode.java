package sightline.domain.quality;

/** What a worker may be told about one frame; the words come from the message catalogue. */
public enum FeedbackCode {
  TOO_DARK,
  TOO_BRIGHT,
  HARSH_LIGHT,
  LOW_CONTRAST,
  BLURRED,
  LENS_COVERED
}
