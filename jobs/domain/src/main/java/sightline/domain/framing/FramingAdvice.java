package sightline.domain.framing;

import sightline.domain.quality.Control;
import sightline.domain.quality.Edge;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Feedback;
import sightline.domain.quality.FeedbackCode;

/**
 * What to do about the framing, with its evidence.
 *
 * @param evidence name of the measure that gave rise to it
 * @param measured that measure's value
 * @param edge towards which to turn the camera; for a tilt the side on which the horizon hangs; WHOLE where neither applies
 */
public record FramingAdvice(FeedbackCode code, String evidence, double measured, Edge edge) {
  /** As advice on a frame's score: the worker can move the camera. */
  public Feedback feedback() {
    return new Feedback(code, FactorName.FRAMING, measured, Control.CONTROLLABLE, edge);
  }
}
