package sightline.domain.statistics;

/**
 * The exact two-sided interval for a proportion (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934): it covers the true one
 * at least as often as it says, however few the counts.
 *
 * @param low 0 to 1, at most {@code high}
 */
public record ClopperPearson(double low, double high) {
  private static final int HALVINGS = 60;

  public ClopperPearson {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException("%s to %s is no interval".formatted(low, high));
    }
  }

  /**
   * @param k how many, 0 to {@code n}
   * @param n of how many; of none nothing is known: 0 to 1
   * @param confidence above 0, below 1, such as 0.95
   */
  public static ClopperPearson of(long k, long n, double confidence) {
    if (k < 0 || k > n || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "%s of %s at %s is no proportion".formatted(k, n, confidence));
    }
    double tail = (1 - confidence) / 2;
    // at the lower end k or more would be a rare sight, at the upper end k or fewer
    double low = k == 0 ? 0 : crossing(p -> 1 - atMost(k - 1, n, p), tail);
    double high = k == n ? 1 : 1 - crossing(q -> atMost(k, n, 1 - q), tail);
    return new ClopperPearson(low, Math.max(low, high));
  }

  private interface Rising {
    double at(double p);
  }

  /** Where a rising function of 0 to 1 reaches a value, from below, so that an interval is rather too wide. */
  private static double crossing(Rising function, double value) {
    double below = 0;
    double above = 1;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (below + above) / 2;
      if (function.at(middle) < value) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below;
  }

  /**
   * The chance of k or fewer in n draws of chance p: the sum of the terms themselves, each from the one before, from whichever
   * end is nearer.
   */
  static double atMost(long k, long n, double p) {
    if (p <= 0) {
      return 1;
    }
    if (p >= 1) {
      return k >= n ? 1 : 0;
    }
    return k > n / 2 ? 1 - sum(n - k - 1, n, 1 - p) : sum(k, n, p);
  }

  private static double sum(long k, long n, double p) {
    double odds = Math.log(p) - Math.log1p(-p);
    double term = n * Math.log1p(-p);
    double sum = k < 0 ? 0 : Math.exp(term);
    for (long at = 1; at <= k; at++) {
      term += Math.log((double) (n - at + 1) / at) + odds;
      sum += Math.exp(term);
    }
    return Math.min(1, sum);
  }
}
