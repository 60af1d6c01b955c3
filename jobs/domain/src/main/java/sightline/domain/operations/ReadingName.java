package sightline.domain.operations;

/** What a reading says something about. */
public enum ReadingName {
  /** Share of the frames that went out which show a face nobody covered, 0 to 1. */
  LEAK_RATE
}
