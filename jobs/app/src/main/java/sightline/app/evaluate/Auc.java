package sightline.app.evaluate;

import java.util.Arrays;

/**
 * How well a number tells two kinds apart: the share of pairs in which the positive has the greater one, ties by half.
 *
 * @param value 0 to 1; 0.5 tells nothing
 */
record Auc(double value, Interval interval) {
  /**
   * With the interval by E. R. DeLong et al., Biometrics 44 (1988). Where the kinds do not overlap that variance is zero,
   * which claims too much: the interval then reaches down to 1 - 3/n of the rarer kind, the rule of three.
   *
   * @param positives at least one
   * @param negatives at least one
   */
  static Auc of(double[] positives, double[] negatives) {
    double[] placedPositives = placements(positives, negatives, Side.POSITIVE);
    double[] placedNegatives = placements(negatives, positives, Side.NEGATIVE);
    double value = Arrays.stream(placedPositives).average().orElseThrow();
    double variance =
        variance(placedPositives) / positives.length + variance(placedNegatives) / negatives.length;
    double half = Interval.Z * Math.sqrt(variance);
    double three = 3.0 / Math.min(positives.length, negatives.length);
    boolean apart = variance == 0;
    double low = apart ? value - three : value - half;
    double high = apart && value < 1 ? value + three : value + half;
    return new Auc(value, new Interval(Math.max(0, low), Math.min(1, high)));
  }

  private enum Side {
    POSITIVE,
    NEGATIVE
  }

  /** Of each, the share of the others on its right side. */
  private static double[] placements(double[] each, double[] others, Side side) {
    double[] sorted = others.clone();
    Arrays.sort(sorted);
    return Arrays.stream(each)
        .map(value -> {
          double below = (first(sorted, value) + first(sorted, Math.nextUp(value))) / 2.0;
          double share = below / sorted.length;
          return side == Side.POSITIVE ? share : 1 - share;
        })
        .toArray();
  }

  /** How many are less. */
  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double variance(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum()
        / (values.length - 1);
  }
}
