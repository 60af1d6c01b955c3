package sightline.domain.verdict;

import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Edge;

/**
 * Something that stands against one frame.
 *
 * @param measured in the unit that {@link Reason} states for the code; NaN never, 0 where it is no number
 * @param edge side of the upright picture, null where it has no place
 */
record Fault(ReasonCode code, double measured, @Nullable Edge edge) {
  static Fault of(ReasonCode code) {
    return new Fault(code, 0, null);
  }
}
