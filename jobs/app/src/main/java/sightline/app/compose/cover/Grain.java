package sightline.app.compose.cover;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** A sensor's noise, which lies over scene and cover alike. */
final class Grain {
  private static final int WHITE = 255;

  private Grain() {}

  /**
   * @param levels standard deviation in steps of 255
   */
  static BufferedImage over(BufferedImage frame, double levels, SplittableRandom random) {
    int width = frame.getWidth();
    int height = frame.getHeight();
    int[] pixels = frame.getRGB(0, 0, width, height, null, 0, width);
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      // three uniform numbers add up to nearly a bell curve, with a variance of a quarter
      double bell = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      int noise = (int) Math.round(2 * levels * bell);
      int rgb = pixels[pixel];
      pixels[pixel] = level((rgb >> 16 & 0xFF) + noise) << 16
          | level((rgb >> 8 & 0xFF) + noise) << 8
          | level((rgb & 0xFF) + noise);
    }
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    out.setRGB(0, 0, width, height, pixels, 0, width);
    return out;
  }

  private static int level(int value) {
    return Math.max(0, Math.min(WHITE, value));
  }
}
