package sightline.app.drawn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * Small squares by turns, as in mosaic or cane: texture enough for measures of sharpness and cover, and so regular that face
 * detectors, which compare the means of larger areas, read nothing into it.
 */
final class Weave {
  /** World pixels. */
  private static final double SQUARE = 4;

  /** World pixels between two rows; what remains when a shake smears the squares. */
  private static final double JOINT = 1.2;

  private static final double OPACITY = 0.6;

  private Weave() {}

  static void over(Graphics2D g, Rectangle2D area, Color second) {
    g.setColor(Tint.clear(second, OPACITY));
    for (int row = 0; row * SQUARE < area.getHeight(); row++) {
      Rectangle2D joint =
          new Rectangle2D.Double(area.getX(), area.getY() + row * SQUARE, area.getWidth(), JOINT);
      g.fill(joint.createIntersection(area));
      for (int column = row % 2; column * SQUARE < area.getWidth(); column += 2) {
        Rectangle2D square = new Rectangle2D.Double(
            area.getX() + column * SQUARE, area.getY() + row * SQUARE, SQUARE, SQUARE);
        g.fill(square.createIntersection(area));
      }
    }
  }
}
