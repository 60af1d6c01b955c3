package sightline.app.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * Draws head and shoulders from the front: origin in the middle of the face, 100 units from hairline to chin. Shaded as far
 * as face detectors look for it: eyes darker than cheeks, a lit bridge of the nose between them, a dark mouth.
 */
final class Portrait {
  /** Half the face across and half of it from hairline to chin, in units. */
  static final double HALF_WIDTH = 37;

  static final double HALF_HEIGHT = 50;

  private static final double EYE_X = 16;
  private static final double EYE_Y = -8;
  private static final Color SHADOW = new Color(0x2A1710);
  /** What shines back from skin. */
  private static final Color LAMP = new Color(0xFFE2C4);

  private static final Color LIPS = new Color(0x9C3F3D);

  private final Look look;
  private final Head head;

  Portrait(Look look) {
    this.look = look;
    this.head = new Head(look);
  }

  /**
   * @param turn how far the features lie to the right of the middle, in units; a head turned a little
   * @param speech how far the mouth is open, 0 to 1
   */
  void draw(Graphics2D g, double turn, double speech) {
    head.drawBehind(g);
    drawSkin(g);
    g.translate(turn, 0);
    drawEyes(g);
    drawNose(g);
    drawMouth(g, speech);
    g.translate(-turn, 0);
    head.drawHair(g);
  }

  private void drawSkin(Graphics2D g) {
    Color skin = look.skin();
    Color[] stops = {Tint.times(skin, 1.12), skin, Tint.times(skin, 0.6)};
    g.setPaint(new RadialGradientPaint(-6f, -6f, 66f, new float[] {0f, 0.5f, 1f}, stops));
    g.fill(Head.outline());
    Color light = Tint.mix(skin, LAMP, 0.42);
    Tint.spot(g, -2, -33, 26, 14, light, 0.65);
    Tint.spot(g, -18, 13, 15, 13, light, 0.75);
    Tint.spot(g, 18, 13, 15, 13, light, 0.65);
    Tint.spot(g, 0, 43, 10, 6, light, 0.4);
  }

  private void drawEyes(Graphics2D g) {
    for (int side = -1; side <= 1; side += 2) {
      double x = side * EYE_X;
      Tint.spot(g, x, EYE_Y - 3, 16, 13, SHADOW, 0.65);
      drawEye(g, x);
      drawBrow(g, side);
    }
    Tint.spot(g, 0, EYE_Y + 3, 6, 20, Tint.mix(look.skin(), LAMP, 0.4), 0.75);
  }

  private void drawEye(Graphics2D g, double x) {
    Path2D almond = new Path2D.Double();
    almond.moveTo(x - 8.5, EYE_Y + 1);
    almond.quadTo(x, EYE_Y - 8, x + 8.5, EYE_Y + 1);
    almond.quadTo(x, EYE_Y + 6.5, x - 8.5, EYE_Y + 1);
    g.setColor(Tint.mix(look.skin(), new Color(0xE6E1DA), 0.5));
    g.fill(almond);
    g.setColor(new Color(0x2B1B12));
    g.fill(new Ellipse2D.Double(x - 4.5, EYE_Y - 5, 9, 9));
    g.setColor(new Color(0xF4F4F4));
    g.fill(new Ellipse2D.Double(x - 2, EYE_Y - 3.2, 2, 2));
    Path2D lid = new Path2D.Double();
    lid.moveTo(x - 9, EYE_Y + 1);
    lid.quadTo(x, EYE_Y - 9, x + 9, EYE_Y + 1);
    stroke(g, lid, 2.2, SHADOW);
  }

  private void drawBrow(Graphics2D g, int side) {
    Path2D brow = new Path2D.Double();
    brow.moveTo(side * 6.5, EYE_Y - 10);
    brow.quadTo(side * 16, EYE_Y - 16, side * 27, EYE_Y - 9);
    stroke(g, brow, 3.8, Tint.mix(look.hair(), SHADOW, 0.5));
  }

  private void drawNose(Graphics2D g) {
    Tint.spot(g, 7, 6, 5, 14, SHADOW, 0.22);
    Tint.spot(g, 0, 12, 6, 5, Tint.mix(look.skin(), LAMP, 0.4), 0.6);
    Tint.spot(g, 0, 18.5, 11, 4.5, SHADOW, 0.5);
    g.setColor(Tint.clear(SHADOW, 0.8));
    g.fill(new Ellipse2D.Double(-6, 15.5, 4, 2.6));
    g.fill(new Ellipse2D.Double(2, 15.5, 4, 2.6));
  }

  private void drawMouth(Graphics2D g, double speech) {
    double open = 1 + 3 * speech;
    Color lips = Tint.mix(look.skin(), LIPS, 0.6);
    Path2D shape = new Path2D.Double();
    shape.moveTo(-14, 30);
    shape.quadTo(-5, 25, 0, 27);
    shape.quadTo(5, 25, 14, 30);
    shape.quadTo(0, 37 + 2 * open, -14, 30);
    g.setColor(Tint.times(lips, 0.85));
    g.fill(shape);
    Path2D gap = new Path2D.Double();
    gap.moveTo(-13, 30);
    gap.quadTo(0, 30 - open * 0.3, 13, 30);
    gap.quadTo(0, 30 + 2 * open, -13, 30);
    stroke(g, gap, 1.4, Tint.times(lips, 0.4));
    g.fill(gap);
    Tint.spot(g, 0, 40.5, 10, 3, SHADOW, 0.3);
  }

  private static void stroke(Graphics2D g, Path2D path, double width, Color color) {
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(color);
    g.draw(path);
  }
}
