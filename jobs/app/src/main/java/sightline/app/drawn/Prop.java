package sightline.app.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Something on the counter that a hand can move, seen from above at an angle. */
record Prop(Kind kind, Color color) {
  /** World pixels from one rib of a fluted vessel to the next, at its rim. */
  private static final double RIB = 5;

  enum Kind {
    CUP(40),
    PLATE(54),
    MAT(36),
    CLOTH(0);

    /** World pixels from its foot to the right, where a right hand takes it. */
    private final double grip;

    Kind(double grip) {
      this.grip = grip;
    }

    double grip() {
      return grip;
    }
  }

  /** Draws it with its foot at a point of the world. */
  void draw(Graphics2D g, double x, double y) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    switch (kind) {
      case CUP -> drawCup(g);
      case PLATE -> drawPlate(g);
      case MAT -> drawMat(g);
      case CLOTH -> drawCloth(g);
    }
    g.setTransform(before);
  }

  private void drawCup(Graphics2D g) {
    Tint.spot(g, 20, 2, 30, 8, Color.BLACK, 0.4);
    drawVessel(g, 23, 22, 44, 10);
    ring(g, -44, 20, 7.5, color);
  }

  private void drawMat(Graphics2D g) {
    Rectangle2D mat = new Rectangle2D.Double(-44, -20, 88, 44);
    g.shear(-0.35, 0);
    Tint.spot(g, 8, 6, 60, 30, Color.BLACK, 0.25);
    g.setColor(color);
    g.fill(mat);
    Weave.over(g, mat, Tint.times(color, 0.5));
  }

  private void drawPlate(Graphics2D g) {
    Tint.spot(g, 12, 3, 60, 28, Color.BLACK, 0.35);
    ring(g, 0, 60, 26, Tint.times(color, 0.78));
    ring(g, -3, 60, 26, color);
    ring(g, -2, 42, 17, Tint.times(color, 0.9));
    ring(g, -1, 40, 15.5, Tint.times(color, 0.97));
  }

  /** A body that narrows from its rim to its foot, lit from the left. */
  private void drawVessel(Graphics2D g, double rim, double foot, double tall, double rimDepth) {
    Path2D body = new Path2D.Double();
    body.moveTo(-rim, -tall);
    body.curveTo(-rim, -tall * 0.4, -foot, -4, -foot, 0);
    body.quadTo(0, rimDepth, foot, 0);
    body.curveTo(foot, -4, rim, -tall * 0.4, rim, -tall);
    body.closePath();
    g.setPaint(new GradientPaint(
        (float) -rim, 0, Tint.times(color, 1.15), (float) rim, 0, Tint.times(color, 0.75)));
    g.fill(body);
    g.setStroke(new BasicStroke(1.8f));
    g.setColor(Tint.clear(Tint.times(color, 0.4), 0.7));
    for (double x = -1 + RIB / rim; x < 1; x += RIB / rim) {
      g.draw(new Line2D.Double(x * rim, -tall, x * foot, rimDepth * 0.5 * (1 - x * x)));
    }
    ring(g, -tall, rim, rimDepth, Tint.times(color, 1.05));
  }

  private void drawCloth(Graphics2D g) {
    Path2D cloth = new Path2D.Double();
    cloth.moveTo(-58, -22);
    cloth.curveTo(-30, -32, 10, -16, 52, -26);
    cloth.curveTo(60, -6, 56, 12, 62, 26);
    cloth.curveTo(20, 20, -10, 36, -50, 26);
    cloth.curveTo(-64, 10, -52, -6, -58, -22);
    Tint.spot(g, 4, 8, 78, 40, Color.BLACK, 0.25);
    g.setColor(color);
    g.fill(cloth);
    Shape before = g.getClip();
    g.clip(cloth);
    Weave.over(g, cloth.getBounds2D(), Tint.times(color, 0.55));
    g.setClip(before);
  }

  private static void ring(Graphics2D g, double y, double radiusX, double radiusY, Color fill) {
    g.setColor(fill);
    g.fill(new Ellipse2D.Double(-radiusX, y - radiusY, 2 * radiusX, 2 * radiusY));
  }
}
