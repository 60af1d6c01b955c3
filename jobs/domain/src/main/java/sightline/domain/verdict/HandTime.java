package sightline.domain.verdict;

import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

/**
 * For how long hands were in view. Frames stand beside recorded time for clocks that stand still.
 *
 * @param assessedMillis time in which somebody could say how many there were
 * @param oneMillis time among it with one hand or more
 * @param twoMillis with two
 */
public record HandTime(
    long assessedMillis,
    long oneMillis,
    long twoMillis,
    int assessedFrames,
    int oneFrames,
    int twoFrames) {
  static final HandTime NONE = new HandTime(0, 0, 0, 0, 0, 0);

  HandTime and(Measure hands, long lasted) {
    if (!hands.assessed()) {
      return this;
    }
    int one = hands.orThrow() >= 1 ? 1 : 0;
    int two = hands.orThrow() >= 2 ? 1 : 0;
    return new HandTime(
        assessedMillis + lasted,
        oneMillis + one * lasted,
        twoMillis + two * lasted,
        assessedFrames + 1,
        oneFrames + one,
        twoFrames + two);
  }

  /**
   * Share of the assessed time that shows so many, 0 to 1; not assessed where nobody could say, and where the task needs none.
   *
   * @param needed 0 to 2
   */
  public Measure inView(int needed) {
    if (needed == 0) {
      return Measure.unassessed(Unassessed.NOT_IN_TASK);
    }
    if (assessedFrames == 0) {
      return Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
    }
    double share = assessedMillis > 0
        ? (double) (needed == 1 ? oneMillis : twoMillis) / assessedMillis
        : (double) (needed == 1 ? oneFrames : twoFrames) / assessedFrames;
    return Measure.of(Math.round(share * 1e4) / 1e4);
  }
}
