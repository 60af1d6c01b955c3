package sightline.app.compose;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Where the corners of a layer come to lie on a canvas, in pixels: the upper left one, then clockwise. Corners that cross
 * over have no plane to lie in.
 */
record Quad(Point2D a, Point2D b, Point2D c, Point2D d) {

  /**
   * @param degrees clockwise
   */
  static Quad turned(double centreX, double centreY, double width, double height, double degrees) {
    return new Quad(
        corner(centreX, centreY, -width / 2, -height / 2, degrees),
        corner(centreX, centreY, width / 2, -height / 2, degrees),
        corner(centreX, centreY, width / 2, height / 2, degrees),
        corner(centreX, centreY, -width / 2, height / 2, degrees));
  }

  private static Point2D corner(double x, double y, double dx, double dy, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return new Point2D.Double(x + dx * cos - dy * sin, y + dx * sin + dy * cos);
  }

  /** The smallest upright box around all four. */
  Rectangle2D hull() {
    Rectangle2D.Double hull = new Rectangle2D.Double(a.getX(), a.getY(), 0, 0);
    hull.add(b);
    hull.add(c);
    hull.add(d);
    return hull;
  }

  /** Where a part of the layer comes to lie; the part in shares of the layer, 0 to 1. */
  Quad part(Rectangle2D part) {
    double[] m = homography();
    return new Quad(
        through(m, part.getMinX(), part.getMinY()),
        through(m, part.getMaxX(), part.getMinY()),
        through(m, part.getMaxX(), part.getMaxY()),
        through(m, part.getMinX(), part.getMaxY()));
  }

  /** Unit square to this, row by row (Heckbert 1989, Fundamentals of Texture Mapping, 2.2.3). */
  double[] homography() {
    double sx = a.getX() - b.getX() + c.getX() - d.getX();
    double sy = a.getY() - b.getY() + c.getY() - d.getY();
    double dx1 = b.getX() - c.getX();
    double dx2 = d.getX() - c.getX();
    double dy1 = b.getY() - c.getY();
    double dy2 = d.getY() - c.getY();
    double under = dx1 * dy2 - dx2 * dy1;
    double g = (sx * dy2 - dx2 * sy) / under;
    double h = (dx1 * sy - sx * dy1) / under;
    return new double[] {
      b.getX() - a.getX() + g * b.getX(),
      d.getX() - a.getX() + h * d.getX(),
      a.getX(),
      b.getY() - a.getY() + g * b.getY(),
      d.getY() - a.getY() + h * d.getY(),
      a.getY(),
      g,
      h,
      1
    };
  }

  static Point2D through(double[] m, double x, double y) {
    double w = m[6] * x + m[7] * y + m[8];
    return new Point2D.Double((m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w);
  }

  /** The inverse but for a factor, which a projection does not see. */
  static double[] inverse(double[] m) {
    return new double[] {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
  }
}
