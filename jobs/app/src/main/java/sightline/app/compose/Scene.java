package sightline.app.compose;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A backdrop about to be filled. */
final class Scene {
  private static final int PHONE_WIDTH = 960;
  private static final int HD_WIDTH = 1280;

  private Scene() {}

  /** The frame as it is, or three times in ten enlarged to what a phone sends. */
  static Canvas of(Backdrop backdrop, Chance chance) {
    BufferedImage picture = backdrop.image();
    double turn = chance.between(0, 1);
    int width = turn < 0.7 ? picture.getWidth() : turn < 0.9 ? PHONE_WIDTH : HD_WIDTH;
    return Canvas.of(
        width <= picture.getWidth()
            ? picture
            : Canvas.scaled(picture, width, picture.getHeight() * width / picture.getWidth()));
  }

  /**
   * A layer in the light of the scene around it. The factors hang on the scene alone, never on what is placed: matching each
   * face's brightness would lighten dark skin.
   */
  static Layer lit(Layer layer, Canvas canvas, Rectangle2D around) {
    double[] light = light(canvas, around);
    return layer.tinted(light[0], light[1], light[2]);
  }

  /** What that light multiplies red, green and blue by. */
  static double[] light(Canvas canvas, Rectangle2D around) {
    float[] colour = canvas.mean(around);
    double luma = Math.max(1, Canvas.luma(colour));
    double gain = Math.max(0.75, Math.min(1.1, 0.7 + 0.35 * luma / 110));
    return new double[] {
      gain * cast(colour[0] / luma), gain * cast(colour[1] / luma), gain * cast(colour[2] / luma)
    };
  }

  private static double cast(double ratio) {
    return 1 + 0.15 * Math.max(-0.5, Math.min(0.5, ratio - 1));
  }
}
