package sightline.domain.quality;

import java.io.Serializable;

/**
 * A trapezoid that turns a measured value into a utility: 0 up to {@code none}, rising to 1 at {@code full}, 1 up to {@code
 * fullTo}, falling to 0 at {@code noneFrom}. Open ends are written as infinities.
 */
public record Tolerance(double none, double full, double fullTo, double noneFrom)
    implements Serializable {
  public Tolerance {
    if (!(none <= full && full <= fullTo && fullTo <= noneFrom)) {
      throw new IllegalArgumentException("a tolerance rises and falls in order, got %s, %s, %s, %s"
          .formatted(none, full, fullTo, noneFrom));
    }
  }

  /** More is better: nothing at {@code none}, everything from {@code full} on. */
  public static Tolerance rising(double none, double full) {
    return new Tolerance(none, full, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Less is better: everything up to {@code fullTo}, nothing from {@code noneFrom} on. */
  public static Tolerance falling(double fullTo, double noneFrom) {
    return new Tolerance(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, fullTo, noneFrom);
  }

  /** Utility of a value, 0 to 1, linear between the corners. */
  public double utility(double value) {
    if (value < full) {
      return value <= none ? 0 : (value - none) / (full - none);
    }
    if (value > fullTo) {
      return value >= noneFrom ? 0 : (noneFrom - value) / (noneFrom - fullTo);
    }
    return 1;
  }
}
