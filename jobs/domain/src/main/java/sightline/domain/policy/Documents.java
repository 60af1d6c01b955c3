package sightline.domain.policy;

/** What a policy makes of papers and screens in the household. */
public enum Documents {
  /** They are hidden, whatever the worker allows: they may show what belongs to others. */
  ALWAYS_HIDDEN,
  /** They stay where the worker's receipt allows it by name. */
  SHOWN_WITH_CONSENT
}
