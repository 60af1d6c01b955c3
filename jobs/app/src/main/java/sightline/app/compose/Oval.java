package sightline.app.compose;

import java.awt.geom.Rectangle2D;

/** An upright ellipse in shares of a layer, 0 to 1. */
record Oval(double x, double y, double radiusX, double radiusY) {

  /** 1 inside, 0 outside, falling smoothly over the outermost {@code rim} share of the radius. */
  double softly(double atX, double atY, double rim) {
    double dx = (atX - x) / radiusX;
    double dy = (atY - y) / radiusY;
    double out = Math.sqrt(dx * dx + dy * dy);
    double t = Math.max(0, Math.min(1, (1 - out) / rim));
    return t * t * (3 - 2 * t);
  }

  /** The upright box around this ellipse where a layer that is turned but not tilted comes to lie. */
  Rectangle2D hull(Quad quad) {
    double ux = quad.b().getX() - quad.a().getX();
    double uy = quad.b().getY() - quad.a().getY();
    double vx = quad.d().getX() - quad.a().getX();
    double vy = quad.d().getY() - quad.a().getY();
    double halfX = Math.hypot(ux * radiusX, vx * radiusY);
    double halfY = Math.hypot(uy * radiusX, vy * radiusY);
    return new Rectangle2D.Double(
        quad.a().getX() + ux * x + vx * y - halfX,
        quad.a().getY() + uy * x + vy * y - halfY,
        2 * halfX,
        2 * halfY);
  }
}
