package sightline.app.drawn;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** What surrounds a face: hair, ears, neck and shoulders, in the units of {@link Portrait}. */
record Head(Look look) {
  private static final Color SHADOW = new Color(0x2A1710);
  private static final int CURLS = 11;

  /** The face's outline. */
  static Path2D outline() {
    Path2D face = new Path2D.Double();
    face.moveTo(0, -52);
    face.curveTo(28, -52, 38, -32, 37, -6);
    face.curveTo(36, 20, 22, 50, 0, 51);
    face.curveTo(-22, 50, -36, 20, -37, -6);
    face.curveTo(-38, -32, -28, -52, 0, -52);
    return face;
  }

  /** What the face covers: back hair, body, neck and ears. */
  void drawBehind(Graphics2D g) {
    if (look.style() == Look.Hair.LONG) {
      g.setColor(Tint.times(look.hair(), 0.8));
      g.fill(new Ellipse2D.Double(-46, -62, 92, 140));
    }
    if (look.style() == Look.Hair.BUN) {
      g.setColor(Tint.times(look.hair(), 1.1));
      g.fill(new Ellipse2D.Double(-15, -76, 30, 26));
    }
    drawBody(g);
    Color ear = Tint.times(look.skin(), 0.8);
    g.setColor(ear);
    g.fill(new Ellipse2D.Double(-42, -12, 12, 22));
    g.fill(new Ellipse2D.Double(30, -12, 12, 22));
  }

  void drawHair(Graphics2D g) {
    switch (look.style()) {
      case CURLY -> drawCurls(g);
      case LONG -> drawCap(g, 12);
      case SHORT, BUN -> drawCap(g, -14);
    }
  }

  private void drawBody(Graphics2D g) {
    Path2D shoulders = new Path2D.Double();
    shoulders.moveTo(-20, 58);
    shoulders.curveTo(-45, 66, -74, 66, -80, 100);
    shoulders.lineTo(-84, 180);
    shoulders.lineTo(84, 180);
    shoulders.lineTo(80, 100);
    shoulders.curveTo(74, 66, 45, 66, 20, 58);
    shoulders.closePath();
    g.setPaint(new GradientPaint(
        -80, 0, Tint.times(look.clothes(), 1.1), 80, 0, Tint.times(look.clothes(), 0.65)));
    g.fill(shoulders);
    Path2D neck = new Path2D.Double();
    neck.moveTo(-18, 30);
    neck.lineTo(-20, 62);
    neck.quadTo(0, 78, 20, 62);
    neck.lineTo(18, 30);
    neck.closePath();
    g.setColor(Tint.times(look.skin(), 0.78));
    g.fill(neck);
    Tint.spot(g, 0, 50, 26, 13, SHADOW, 0.5);
  }

  /** Hair that follows the skull, down to {@code temple} at the sides. */
  private void drawCap(Graphics2D g, double temple) {
    Path2D cap = new Path2D.Double();
    cap.moveTo(-38, temple);
    cap.curveTo(-48, -40, -36, -66, 0, -66);
    cap.curveTo(36, -66, 48, -40, 38, temple);
    cap.curveTo(36, -22, 32, -36, 20, -41);
    cap.curveTo(8, -46, -10, -44, -22, -39);
    cap.curveTo(-32, -34, -36, -22, -38, temple);
    g.setPaint(new GradientPaint(
        -20, -66, Tint.times(look.hair(), 1.5), 10, -40, Tint.times(look.hair(), 0.85)));
    g.fill(cap);
  }

  private void drawCurls(Graphics2D g) {
    drawCap(g, -18);
    for (int i = 0; i < CURLS; i++) {
      double angle = Math.PI * (1 + (double) i / (CURLS - 1));
      g.setColor(Tint.times(look.hair(), 0.9 + 0.25 * (i % 2)));
      g.fill(
          new Ellipse2D.Double(39 * Math.cos(angle) - 11, -24 + 35 * Math.sin(angle) - 11, 22, 22));
    }
  }
}
