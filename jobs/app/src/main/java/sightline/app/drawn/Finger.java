package sightline.app.drawn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.SplittableRandom;

/** A finger over a lower corner of the lens: near, out of focus, and lit by little but its own skin. */
final class Finger {
  /** From the nail's side to the rim, where light comes through and the edge is out of focus. */
  private static final Color[] FLESH = {
    new Color(0x38160F),
    new Color(0x4C2118),
    new Color(0x5C291E),
    Tint.clear(new Color(0x5C291E), 0)
  };

  private static final float[] DEPTHS = {0f, 0.8f, 0.92f, 1f};
  /** Share of the radius up to which the finger hides more than half of what is behind it. */
  private static final double SOLID = 0.96;

  private static final int GRID = 40;
  /** Frames in which the finger slides in or out. */
  private static final double SLIDE = 6;

  private final int from;
  private final int until;
  private final double cornerX;
  private final double radiusX;
  private final double radiusY;

  Finger(Seed seed, int from, int until) {
    SplittableRandom random = seed.random();
    this.from = from;
    this.until = until;
    this.cornerX = random.nextBoolean() ? 0 : World.WIDTH;
    this.radiusX = random.nextDouble(300, 400);
    this.radiusY = random.nextDouble(210, 290);
  }

  /** Draws over everything else, in frame pixels of the world's size. */
  void draw(Graphics2D g, int index) {
    double in = shareIn(index);
    if (in <= 0) {
      return;
    }
    AffineTransform before = g.getTransform();
    g.translate(cornerX, World.HEIGHT);
    g.scale(radiusX * in, radiusY * in);
    g.setPaint(new RadialGradientPaint(0f, 0f, 1f, DEPTHS, FLESH));
    g.fill(new Ellipse2D.Double(-1, -1, 2, 2));
    g.setTransform(before);
  }

  /** Share of the picture behind it, 0 to 1. */
  double covered(int index) {
    double in = shareIn(index) * SOLID;
    int hidden = 0;
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        double x = ((column + 0.5) / GRID * World.WIDTH - cornerX) / radiusX;
        double y = ((row + 0.5) / GRID * World.HEIGHT - World.HEIGHT) / radiusY;
        hidden += x * x + y * y < in * in ? 1 : 0;
      }
    }
    return (double) hidden / (GRID * GRID);
  }

  private double shareIn(int index) {
    return Math.max(0, Math.min(1, Math.min(index - from, until - index) / SLIDE));
  }
}
