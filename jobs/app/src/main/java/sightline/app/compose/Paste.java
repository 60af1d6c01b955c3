package sightline.app.compose;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Lays a layer onto a canvas in perspective. */
final class Paste {
  /** Samples a pixel, each way. */
  private static final int SAMPLES = 2;

  private Paste() {}

  /** Takes what a layer has for one pixel: its colours and its opacity, as {@link Layer} holds them. */
  interface Pixel {
    void laid(int x, int y, float[] rgba);
  }

  static void onto(Canvas canvas, Layer layer, Quad quad) {
    each(canvas.bounds(), layer, quad, (x, y, rgba) -> lay(canvas, x, y, rgba));
  }

  /** Every pixel within the bounds that the layer reaches; the array is used again for the next one. */
  static void each(Rectangle2D bounds, Layer layer, Quad quad, Pixel pixel) {
    Rectangle2D where = quad.hull().createIntersection(bounds);
    if (where.isEmpty()) {
      return;
    }
    Layer fitting = shrunk(layer, quad);
    double[] back = Quad.inverse(quad.homography());
    float[] sum = new float[Layer.CHANNELS];
    for (int y = (int) where.getMinY(); y < Math.ceil(where.getMaxY()); y++) {
      for (int x = (int) where.getMinX(); x < Math.ceil(where.getMaxX()); x++) {
        java.util.Arrays.fill(sum, 0);
        for (int s = 0; s < SAMPLES * SAMPLES; s++) {
          int column = s % SAMPLES;
          int row = s / SAMPLES;
          Point2D place =
              Quad.through(back, x + (column + 0.5) / SAMPLES, y + (row + 0.5) / SAMPLES);
          fitting.sample(place.getX(), place.getY(), sum);
        }
        for (int c = 0; c < sum.length; c++) {
          sum[c] /= SAMPLES * SAMPLES;
        }
        pixel.laid(x, y, sum);
      }
    }
  }

  /** So much that one pixel of the canvas takes up two of the layer at most: what is skipped would flicker. */
  private static Layer shrunk(Layer layer, Quad quad) {
    double width = Math.max(quad.a().distance(quad.b()), quad.d().distance(quad.c()));
    double height = Math.max(quad.a().distance(quad.d()), quad.b().distance(quad.c()));
    Layer fitting = layer;
    while (fitting.width > 2 * width && fitting.height > 2 * height) {
      fitting = fitting.halved();
    }
    return fitting;
  }

  private static void lay(Canvas canvas, int x, int y, float[] sum) {
    float behind = 1 - sum[Canvas.CHANNELS];
    int at = (y * canvas.width + x) * Canvas.CHANNELS;
    for (int c = 0; c < Canvas.CHANNELS; c++) {
      canvas.rgb[at + c] = canvas.rgb[at + c] * behind + sum[c];
    }
  }
}
