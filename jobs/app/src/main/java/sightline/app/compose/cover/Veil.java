package sightline.app.compose.cover;

/**
 * What a cover does to the light.
 *
 * @param alpha share of the light that the cover takes away, 0 to 1
 * @param shade of the cover's colour, about 1: folds, falloff, weave
 * @param red of the cover, 0 to 1
 * @param green 0 to 1
 * @param blue 0 to 1
 * @param haze share of the covered light that still comes through, but blurred all over: fog and thin cloth; 0 to 1
 */
record Veil(Field alpha, Field shade, double red, double green, double blue, double haze) {
  double colour(int channel) {
    return switch (channel) {
      case 0 -> red;
      case 1 -> green;
      default -> blue;
    };
  }
}
