package sightline.app.compose;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** How a flat thing lies before the camera: turned, tilted away, and near or far. */
final class Flat {
  /** Focal length in widths of the picture, about that of a phone's wide lens. */
  private static final double FOCAL = 0.9;

  private Flat() {}

  /**
   * @param anchor the place on the thing, in shares of it, that comes to lie at x, y
   * @param width of the thing in pixels of the canvas, were it not tilted
   * @param degrees clockwise turn
   * @param tilt degrees away from the camera, the upper edge farther
   */
  static Quad quad(
      Canvas canvas,
      Point2D anchor,
      double x,
      double y,
      double width,
      double height,
      double degrees,
      double tilt) {
    Point2D[] corners = new Point2D[4];
    double focal = FOCAL * canvas.width;
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    for (int k = 0; k < corners.length; k++) {
      double dx = ((k == 1 || k == 2 ? 1 : 0) - anchor.getX()) * width;
      double dy = ((k >= 2 ? 1 : 0) - anchor.getY()) * height;
      double across = dx * cos - dy * sin;
      double down = dx * sin + dy * cos;
      double away = -down * Math.sin(Math.toRadians(tilt));
      double nearer = Math.max(0.35, 1 + away / focal);
      corners[k] = new Point2D.Double(
          x + across / nearer, y + down * Math.cos(Math.toRadians(tilt)) / nearer);
    }
    return new Quad(corners[0], corners[1], corners[2], corners[3]);
  }

  /** A soft shadow below a thing. */
  static void shadow(Canvas canvas, Quad quad) {
    Rectangle2D around = new Rectangle2D.Double(-0.03, -0.02, 1.08, 1.08);
    int side = 48;
    float[] rgba = new float[side * side * Layer.CHANNELS];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double edge = Math.min(Math.min(x, side - 1 - x), Math.min(y, side - 1 - y)) / 5.0;
        rgba[(y * side + x) * Layer.CHANNELS + Canvas.CHANNELS] =
            (float) (0.45 * Math.min(1, edge));
      }
    }
    Paste.onto(canvas, new Layer(side, side, rgba), quad.part(around));
  }

  static double areaShare(Rectangle2D part, Rectangle2D whole) {
    return part.isEmpty()
        ? 0
        : part.getWidth() * part.getHeight() / (whole.getWidth() * whole.getHeight());
  }
}
