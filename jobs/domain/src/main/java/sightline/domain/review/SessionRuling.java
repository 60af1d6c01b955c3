package sightline.domain.review;

import java.util.OptionalInt;

/** What somebody decided about a whole session. Closed vocabulary; a later version may know more words. */
public enum SessionRuling {
  /** It is what was asked for. */
  ACCEPT,
  /** It can be used; the worker gets advice for the next one. */
  COACH,
  /** It cannot be used. */
  REJECT,
  /** Whoever appealed was right: the decision appealed against no longer counts. */
  APPEAL_UPHELD,
  /** The decision appealed against stands. */
  APPEAL_DENIED;

  /** Whether it answers an appeal. It is then no rating: whoever answers knows what was decided before. */
  public boolean answersAppeal() {
    return this == APPEAL_UPHELD || this == APPEAL_DENIED;
  }

  /** Its place on the scale REJECT, COACH, ACCEPT, from 0; empty where it is no rating. */
  public OptionalInt rank() {
    return switch (this) {
      case REJECT -> OptionalInt.of(0);
      case COACH -> OptionalInt.of(1);
      case ACCEPT -> OptionalInt.of(2);
      case APPEAL_UPHELD, APPEAL_DENIED -> OptionalInt.empty();
    };
  }
}
