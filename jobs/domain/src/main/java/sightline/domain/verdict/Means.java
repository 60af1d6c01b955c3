package sightline.domain.verdict;

import sightline.domain.quality.Factor;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

/**
 * Sums from which a session's means come.
 *
 * @param scores sum over frames with a score, each 0 to 1
 * @param scored how many those are
 * @param shorterSides sum over decoded frames, pixels
 * @param decoded how many those are
 * @param withSound frames that brought sound
 */
public record Means(double scores, int scored, double shorterSides, int decoded, int withSound) {
  static final Means NONE = new Means(0, 0, 0, 0, 0);

  Means and(Moment moment) {
    Measure score = moment.score().score().value();
    Factor resolution = moment.factor(FactorName.RESOLUTION);
    boolean measured = resolution != null && resolution.measured().assessed();
    double side = resolution != null && measured ? resolution.measured().orThrow() : 0;
    boolean sound = moment.frame().voice().unassessed() != Unassessed.NOTHING_TO_MEASURE;
    return new Means(
        scores + (score.assessed() ? score.orThrow() : 0),
        scored + (score.assessed() ? 1 : 0),
        shorterSides + side,
        decoded + (measured ? 1 : 0),
        withSound + (sound ? 1 : 0));
  }

  /** Mean score, 0 to 1. */
  Measure score() {
    return scored == 0
        ? Measure.unassessed(Unassessed.NOTHING_TO_MEASURE)
        : Measure.of(Math.round(1e4 * scores / scored) / 1e4);
  }

  /** Mean of the frames' shorter sides, pixels. */
  Measure shorterSide() {
    return decoded == 0
        ? Measure.unassessed(Unassessed.UNDECODABLE)
        : Measure.of((double) Math.round(shorterSides / decoded));
  }
}
