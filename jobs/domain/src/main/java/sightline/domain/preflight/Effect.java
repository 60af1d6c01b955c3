package sightline.domain.preflight;

/** What a finding asks of the worker. */
public enum Effect {
  /** To be changed before the start. */
  CHANGE,
  /** Better so, and no reason to wait. */
  SUGGESTION,
  /** Outside anybody's reach: the engine adapts, and nothing is held against anyone. */
  NOTHING_TO_DO
}
