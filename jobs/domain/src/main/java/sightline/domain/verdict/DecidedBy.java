package sightline.domain.verdict;

/** Whose word a verdict is. */
public enum DecidedBy {
  ENGINE,
  REVIEWER,
  APPEAL
}
