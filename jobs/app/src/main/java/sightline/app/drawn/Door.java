package sightline.app.drawn;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * A door in the back wall.
 *
 * @param middle world pixels from the left
 */
record Door(double middle, Color leaf, Color hall) {
  static final double WIDTH = 128;
  private static final double TOP = 2;
  private static final double FRAME = 7;
  private static final Color BRASS = new Color(0xC9A24A);

  void drawClosed(Graphics2D g) {
    drawFrame(g);
    g.setPaint(new GradientPaint(
        (float) left(), 0, Tint.times(leaf, 1.08), (float) right(), 0, Tint.times(leaf, 0.86)));
    g.fill(opening());
    Weave.over(g, opening(), Tint.times(leaf, 0.65));
    g.setColor(BRASS);
    g.fill(new Rectangle2D.Double(right() - 16, 84, 9, 4));
  }

  /** The hall behind, with the leaf swung inwards against the jamb. */
  void drawOpen(Graphics2D g) {
    drawFrame(g);
    g.setPaint(new GradientPaint(
        0, (float) TOP, Tint.times(hall, 0.92), 0, World.HORIZON, Tint.times(hall, 1.05)));
    g.fill(opening());
    Path2D swung = new Path2D.Double();
    swung.moveTo(left(), TOP);
    swung.lineTo(left() + 14, TOP + 8);
    swung.lineTo(left() + 14, World.HORIZON);
    swung.lineTo(left(), World.HORIZON);
    g.setColor(Tint.times(leaf, 0.7));
    g.fill(swung);
  }

  private void drawFrame(Graphics2D g) {
    g.setColor(Tint.mix(leaf, Color.WHITE, 0.2));
    g.fill(new Rectangle2D.Double(
        left() - FRAME, -World.MARGIN, WIDTH + 2 * FRAME, World.HORIZON + World.MARGIN));
  }

  private Rectangle2D opening() {
    return new Rectangle2D.Double(left(), TOP, WIDTH, World.HORIZON - TOP);
  }

  private double left() {
    return middle - WIDTH / 2;
  }

  private double right() {
    return middle + WIDTH / 2;
  }
}
