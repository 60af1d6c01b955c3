package sightline.domain.leak;

/** What became of a frame that was drawn for a second look. Closed vocabulary. */
public enum Outcome {
  /** Nothing was found uncovered. */
  CLEAN,
  /** Something was found uncovered, and the frame was overridden. */
  LEAK,
  /** Nothing was found in a frame that does not count: it had gone out before, or nobody knows whether its policy hides faces. */
  CLEAN_UNCOUNTED,
  /** Something was found in such a frame, and it was overridden. */
  LEAK_UNCOUNTED,
  /** Its policy hides no faces, so one that shows is no leak. */
  NOT_IN_POLICY,
  /** More frames were drawn than could be looked at. */
  OVERRUN,
  /** Its pixels could not be had any more, or not be read. */
  NO_PIXELS,
  /** The pass itself failed. */
  FAILED;

  /** Whether the rate of leaks knows of it. */
  public boolean counts() {
    return this == CLEAN || this == LEAK;
  }
}
