package sightline.domain.framing;

/**
 * Two profiles laid upon each other under one shift, over the bins they share.
 *
 * @param variation mean square of both about their means there
 * @param unexplained mean square of their difference there, means taken off
 * @param step the Gauss-Newton step from this shift towards a better one, in bins, at most one either way
 */
record Overlap(double variation, double unexplained, double step) {

  /**
   * @param bins how far the content of {@code to} lies from that of {@code from}, towards higher indices
   */
  static Overlap of(double[] from, double[] to, double bins) {
    int first = Math.max(0, (int) Math.ceil(-bins));
    int last = Math.min(from.length - 1, (int) Math.floor(to.length - 1 - bins));
    int n = last - first + 1;
    double fromMean = 0;
    double toMean = 0;
    double slopeMean = 0;
    for (int i = first; i <= last; i++) {
      fromMean += from[i] / n;
      toMean += at(to, i + bins) / n;
      slopeMean += slope(to, i + bins) / n;
    }
    double variation = 0;
    double unexplained = 0;
    double along = 0;
    double slopes = 0;
    for (int i = first; i <= last; i++) {
      double a = from[i] - fromMean;
      double b = at(to, i + bins) - toMean;
      double slope = slope(to, i + bins) - slopeMean;
      variation += (a * a + b * b) / 2;
      unexplained += (a - b) * (a - b);
      along += (a - b) * slope;
      slopes += slope * slope;
    }
    double step = slopes == 0 ? 0 : Math.max(-1, Math.min(1, along / slopes));
    return new Overlap(variation / n, unexplained / n, step);
  }

  /** 0 to 2: 0 where one explains the other wholly, 1 where they have nothing in common. */
  double unexplainedShare() {
    return variation == 0 ? 2 : unexplained / variation;
  }

  private static double at(double[] profile, double place) {
    int left = Math.min(profile.length - 2, Math.max(0, (int) Math.floor(place)));
    double part = place - left;
    return profile[left] * (1 - part) + profile[left + 1] * part;
  }

  private static double slope(double[] profile, double place) {
    double left = at(profile, Math.max(0, place - 0.5));
    return at(profile, Math.min(profile.length - 1, place + 0.5)) - left;
  }
}
