package sightline.app.evaluate;

/** How figures are written. */
final class Numbers {
  private Numbers() {}

  /** To five places: more would pretend. */
  static double rounded(double value) {
    return Math.round(value * 1e5) / 1e5;
  }
}
