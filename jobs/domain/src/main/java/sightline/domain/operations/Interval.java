package sightline.domain.operations;

/**
 * Where a true value lies, at a stated confidence.
 *
 * @param low at most {@code high}; negative infinity where not assessed
 * @param high infinity where not assessed
 * @param confidence above 0, below 1: how often such intervals cover the true value, at the least; where not assessed, what was asked for
 */
public record Interval(double low, double high, double confidence, Basis basis) {
  public Interval {
    if (!(low <= high) || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "%s to %s at %s is no interval".formatted(low, high, confidence));
    }
    if (low == Double.POSITIVE_INFINITY || high == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException("%s to %s holds no number".formatted(low, high));
    }
    boolean whole = low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY;
    if (whole != (basis == Basis.NOT_ASSESSED)) {
      throw new IllegalArgumentException("%s to %s is not %s".formatted(low, high, basis));
    }
    if (basis == Basis.CENSUS && low != high) {
      throw new IllegalArgumentException("a count has no room from %s to %s".formatted(low, high));
    }
  }

  /** Nothing can be said honestly. */
  public static Interval notAssessed(double confidence) {
    return new Interval(
        Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, confidence, Basis.NOT_ASSESSED);
  }

  /** All were counted. */
  public static Interval census(double value, double confidence) {
    return new Interval(value, value, confidence, Basis.CENSUS);
  }

  public boolean assessed() {
    return basis != Basis.NOT_ASSESSED;
  }

  public boolean holds(double value) {
    return low <= value && value <= high;
  }
}
