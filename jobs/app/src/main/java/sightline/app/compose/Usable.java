package sightline.app.compose;

/**
 * Where a face can be asked of a detector at all. The strong claim is made on these; the rest is reported by level.
 *
 * <p>Lengths are shares of the face's height, so that a level means the same at any size. The light is what multiplies coded
 * values (see {@link Optics}), the luma is of the face as it ends up, 0 to 255.
 */
final class Usable {
  static final double LEAST_SIZE = 24;
  static final double LEAST_LIGHT = 0.35;
  static final double LEAST_LUMA = 40;
  static final double MOST_BLUR = 0.04;
  static final double MOST_MOTION = 0.06;
  static final double MOST_COVER = 0.2;

  private Usable() {}

  static boolean face(
      double size, double light, double luma, double blur, double motion, double cover) {
    return size >= LEAST_SIZE
        && light >= LEAST_LIGHT
        && luma >= LEAST_LUMA
        && blur <= MOST_BLUR
        && motion <= MOST_MOTION
        && cover <= MOST_COVER;
  }
}
