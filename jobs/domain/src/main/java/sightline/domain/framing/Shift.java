package sightline.domain.framing;

/**
 * How far one profile has to be moved to lie upon another: tried at whole bins, then refined by Gauss-Newton steps on the
 * interpolated profile (Lucas and Kanade 1981, in one dimension). Means are taken off first, so that a change of exposure is
 * no motion.
 *
 * @param found false where the profiles are too flat to tell
 * @param bins how far the content moved towards higher indices
 * @param variation mean square of the profiles about their means, over the part they share, in squared grey levels
 * @param unexplained mean square of what is left between them once moved
 */
record Shift(boolean found, double bins, double variation, double unexplained) {
  /** Standard deviation, in grey levels, below which a profile has nothing to hold on to. */
  private static final double MIN_DEVIATION = 2;

  /** Content that moved farther than this share of the profile is not looked for. */
  private static final double REACH = 0.25;

  private static final int MAX_STEPS = 8;

  static Shift between(byte[] before, byte[] after) {
    double[] from = levels(before);
    double[] to = levels(after);
    if (Math.min(deviation(from), deviation(to)) < MIN_DEVIATION) {
      return new Shift(false, 0, 0, 0);
    }
    int reach = (int) (REACH * from.length);
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int bins = -reach; bins <= reach; bins++) {
      Overlap overlap = Overlap.of(from, to, bins);
      if (overlap.unexplainedShare() < least) {
        least = overlap.unexplainedShare();
        best = bins;
      }
    }
    return refined(from, to, best, reach);
  }

  private static Shift refined(double[] from, double[] to, int start, int reach) {
    Overlap best = Overlap.of(from, to, start);
    double at = start;
    for (int step = 0; step < MAX_STEPS; step++) {
      double next = Math.max(-reach, Math.min(reach, at + best.step()));
      Overlap there = Overlap.of(from, to, next);
      if (there.unexplainedShare() >= best.unexplainedShare()) {
        break;
      }
      best = there;
      at = next;
    }
    return new Shift(true, at, best.variation(), best.unexplained());
  }

  private static double[] levels(byte[] profile) {
    double[] levels = new double[profile.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = profile[i] & 0xFF;
    }
    return levels;
  }

  private static double deviation(double[] levels) {
    double sum = 0;
    double squares = 0;
    for (double level : levels) {
      sum += level;
      squares += level * level;
    }
    double mean = sum / levels.length;
    return Math.sqrt(Math.max(0, squares / levels.length - mean * mean));
  }
}
