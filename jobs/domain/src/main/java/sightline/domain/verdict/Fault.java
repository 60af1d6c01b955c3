package sightline.domain.verdict;

import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Edge;

/**
 * Something that stands against one frame.
 *
 * @param effect whether nobody may see the frame on account of it
 * @param measured in the unit that {@link Reason} states for the code, 0 where it is no number
 * @param edge side of the upright picture, null where it has no place
 */
record Fault(
    ReasonCode code,
    Effect effect,
    double measured,
    @Nullable Edge edge) {
  enum Effect {
    WITHHOLDS,
    SPOILS
  }

  /** One that spoils the frame. */
  Fault(ReasonCode code, double measured, @Nullable Edge edge) {
    this(code, Effect.SPOILS, measured, edge);
  }

  static Fault of(ReasonCode code) {
    return new Fault(code, 0, null);
  }

  static Fault withholding(ReasonCode code) {
    return new Fault(code, Effect.WITHHOLDS, 0, null);
  }

  Fault withholding() {
    return new Fault(code, Effect.WITHHOLDS, measured, edge);
  }
}
