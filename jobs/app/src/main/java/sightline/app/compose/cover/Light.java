package sightline.app.compose.cover;

import java.awt.image.BufferedImage;

/** A picture in linear light, one plane a colour: what falls on a sensor adds up there, and not in coded levels. */
record Light(Plane red, Plane green, Plane blue) {
  private static final int STEPS = 4096;
  private static final float[] LINEAR = new float[256];
  private static final int[] LEVEL = new int[STEPS + 1];

  static {
    for (int level = 0; level < LINEAR.length; level++) {
      LINEAR[level] = (float) Ink.linear(level);
    }
    for (int step = 0; step <= STEPS; step++) {
      LEVEL[step] = (int) Math.round(255 * Math.pow((double) step / STEPS, 1 / 2.2));
    }
  }

  static Light of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    return new Light(
        plane(pixels, width, height, 16),
        plane(pixels, width, height, 8),
        plane(pixels, width, height, 0));
  }

  private static Plane plane(int[] pixels, int width, int height, int shift) {
    Plane plane = Plane.of(width, height, (x, y) -> 0);
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      plane.set(pixel, LINEAR[pixels[pixel] >> shift & 0xFF]);
    }
    return plane;
  }

  int width() {
    return red.width();
  }

  int height() {
    return red.height();
  }

  Light blurred(double radiusWidths) {
    return new Light(
        red.blurred(radiusWidths), green.blurred(radiusWidths), blue.blurred(radiusWidths));
  }

  Light smeared(int stepX, int stepY, int radius) {
    return new Light(
        red.smeared(stepX, stepY, radius),
        green.smeared(stepX, stepY, radius),
        blue.smeared(stepX, stepY, radius));
  }

  Ink mean() {
    return new Ink(red.mean(), green.mean(), blue.mean());
  }

  Ink at(int pixel) {
    return new Ink(red.at(pixel), green.at(pixel), blue.at(pixel));
  }

  void set(int pixel, Ink ink) {
    red.set(pixel, ink.red());
    green.set(pixel, ink.green());
    blue.set(pixel, ink.blue());
  }

  /** Packed RGB. */
  BufferedImage developed() {
    int[] pixels = new int[width() * height()];
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      pixels[pixel] =
          level(red.at(pixel)) << 16 | level(green.at(pixel)) << 8 | level(blue.at(pixel));
    }
    BufferedImage picture = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width(), height(), pixels, 0, width());
    return picture;
  }

  private static int level(float light) {
    return LEVEL[Math.max(0, Math.min(STEPS, Math.round(light * STEPS)))];
  }
}
