package sightline.app.compose.cover;

/** Smooth value noise: random numbers on a lattice, blended in between, a few octaves of it. */
final class Noise {
  private static final int OCTAVES = 3;
  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  /**
   * @param frequency lattice points a width of the picture, for the coarsest octave
   * @return -1 to 1, 0 on average
   */
  double at(double x, double y, double frequency) {
    double sum = 0;
    double weight = 0.57;
    double scale = frequency;
    for (int octave = 0; octave < OCTAVES; octave++) {
      sum += weight * smooth(x * scale, y * scale, octave);
      weight /= 2;
      scale *= 2;
    }
    return sum;
  }

  private double smooth(double x, double y, int octave) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double u = eased(x - left);
    double v = eased(y - top);
    double above = mix(lattice(left, top, octave), lattice(left + 1, top, octave), u);
    double below = mix(lattice(left, top + 1, octave), lattice(left + 1, top + 1, octave), u);
    return mix(above, below, v);
  }

  private double lattice(int x, int y, int octave) {
    long z =
        seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL + octave * 0x165667B19E3779F9L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-52 - 1;
  }

  static double eased(double share) {
    double s = Math.max(0, Math.min(1, share));
    return s * s * (3 - 2 * s);
  }

  private static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }
}
