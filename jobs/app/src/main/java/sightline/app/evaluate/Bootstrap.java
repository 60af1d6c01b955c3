package sightline.app.evaluate;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Intervals by drawing again with replacement (B. Efron, 1979), seeded: two runs say the same. */
final class Bootstrap {
  static final int RESAMPLES = 2_000;
  static final long SEED = 20261121;

  private Bootstrap() {}

  /**
   * The percentile interval of a figure over a sample of units.
   *
   * @param units drawn as wholes, such as frames, clips or persons
   * @param figure of places in the sample, drawn with replacement; NaN where it is not defined there, which is left out
   */
  static Interval of(int units, ToDoubleFunction<int[]> figure) {
    Random random = new Random(SEED);
    double[] figures = new double[RESAMPLES];
    for (int round = 0; round < RESAMPLES; round++) {
      figures[round] = figure.applyAsDouble(random.ints(units, 0, units).toArray());
    }
    return percentiles(figures);
  }

  static Interval percentiles(double[] figures) {
    double[] sorted = Arrays.stream(figures).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("a figure that is defined for no resample");
    }
    return new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975));
  }

  /** Linear between the two nearest, as in R's type 7. */
  static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** A mean with its interval. */
  static Estimate mean(String name, Group group, double[] values) {
    Interval interval = of(
        values.length,
        places ->
            Arrays.stream(places).mapToDouble(place -> values[place]).average().orElse(Double.NaN));
    return new Estimate(
        name,
        group,
        Arrays.stream(values).average().orElseThrow(),
        interval.low(),
        interval.high(),
        values.length,
        "bootstrap over frames");
  }
}
