package sightline.app.drawn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;

/** Colours made of colours, and the soft spot that most shading is made of. */
final class Tint {
  private static final Ellipse2D UNIT = new Ellipse2D.Double(-1, -1, 2, 2);
  private static final float[] FALLOFF = {0f, 0.45f, 1f};

  private Tint() {}

  /** The colour with every channel multiplied, clamped to what a pixel holds. */
  static Color times(Color color, double factor) {
    return new Color(
        clamped(color.getRed() * factor),
        clamped(color.getGreen() * factor),
        clamped(color.getBlue() * factor));
  }

  /** A colour between two: all {@code from} at share 0, all {@code to} at 1. */
  static Color mix(Color from, Color to, double share) {
    return new Color(
        clamped(from.getRed() + (to.getRed() - from.getRed()) * share),
        clamped(from.getGreen() + (to.getGreen() - from.getGreen()) * share),
        clamped(from.getBlue() + (to.getBlue() - from.getBlue()) * share));
  }

  /** The colour at an opacity of 0 to 1. */
  static Color clear(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), clamped(opacity * Tint.OPAQUE));
  }

  /** Fills an ellipse that fades from {@code opacity} in its middle to nothing at its rim. */
  static void spot(
      Graphics2D g,
      double x,
      double y,
      double radiusX,
      double radiusY,
      Color color,
      double opacity) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.scale(radiusX, radiusY);
    Color[] stops = {clear(color, opacity), clear(color, opacity * 0.7), clear(color, 0)};
    g.setPaint(new RadialGradientPaint(0f, 0f, 1f, FALLOFF, stops));
    g.fill(UNIT);
    g.setTransform(before);
  }

  private static final int OPAQUE = 255;

  private static int clamped(double channel) {
    return (int) Math.round(Math.max(0, Math.min(OPAQUE, channel)));
  }
}
