package sightline.domain.verdict;

import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;

/** Whether all of a session was withheld after its frames were decided, least grave first. */
public enum Withheld {
  NO,
  /** A rule that came late, or somebody who looked: nobody may see it. */
  BY_RULE,
  /** Consent was taken back, or deletion asked for. */
  BY_WORKER;

  /** What an override does to the whole of its session. */
  static Withheld by(DirectiveOverride override) {
    if (override.index() != null || override.disposition() != Disposition.WITHHOLD) {
      return NO;
    }
    return switch (override.cause()) {
      case REVOCATION, DELETION -> BY_WORKER;
      case REVIEW, LEAK_FOUND, CONTROL_RECORD -> BY_RULE;
    };
  }

  Withheld gravest(Withheld other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
