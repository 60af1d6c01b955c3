package sightline.app.evaluate;

/**
 * A two-sided 95% interval.
 *
 * @param low at most {@code high}
 */
record Interval(double low, double high) {
  /** The two-sided 95% point of the normal distribution. */
  static final double Z = 1.959963984540054;

  /**
   * Wilson's score interval for a proportion (E. B. Wilson, JASA 22, 1927): it stays within 0 to 1, and says something at 0
   * and at n of n as well.
   *
   * @param k 0 to n
   * @param n above 0
   */
  static Interval wilson(long k, long n) {
    if (n <= 0 || k < 0 || k > n) {
      throw new IllegalArgumentException("%s of %s is no proportion".formatted(k, n));
    }
    double share = (double) k / n;
    double z2 = Z * Z;
    double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
    return new Interval(
        k == 0 ? 0 : Math.max(0, middle - half), k == n ? 1 : Math.min(1, middle + half));
  }
}
