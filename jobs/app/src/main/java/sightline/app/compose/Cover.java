package sightline.app.compose;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A plain thing that hides a part of something: a box, a board, a door. */
final class Cover {
  private static final int SIDE = 64;

  private Cover() {}

  /**
   * A thing that hides a share of a box from one side and reaches beyond it on the others.
   *
   * @param side 0 left, 1 right, 2 top, 3 bottom
   */
  static Rectangle2D over(Rectangle2D box, double share, int side, Chance chance) {
    double w = box.getWidth();
    double h = box.getHeight();
    double far = chance.between(0.5, 1.1);
    double wide = chance.between(0.4, 0.9);
    return switch (side) {
      case 0 ->
        new Rectangle2D.Double(
            box.getX() - far * w, box.getY() - wide * h, (far + share) * w, (1 + 2 * wide) * h);
      case 1 ->
        new Rectangle2D.Double(
            box.getMaxX() - share * w,
            box.getY() - wide * h,
            (far + share) * w,
            (1 + 2 * wide) * h);
      case 2 ->
        new Rectangle2D.Double(
            box.getX() - wide * w, box.getY() - far * h, (1 + 2 * wide) * w, (far + share) * h);
      default ->
        new Rectangle2D.Double(
            box.getX() - wide * w,
            box.getMaxY() - share * h,
            (1 + 2 * wide) * w,
            (far + share) * h);
    };
  }

  /** What a cover made by {@link #over} leaves of the box. */
  static Rectangle2D left(Rectangle2D box, Rectangle2D object) {
    double left = box.getMinX();
    double top = box.getMinY();
    double right = box.getMaxX();
    double bottom = box.getMaxY();
    if (object.getMinX() <= left && object.getMaxX() >= right) {
      top = object.getMinY() <= top ? object.getMaxY() : top;
      bottom = object.getMinY() > box.getMinY() ? object.getMinY() : bottom;
    } else {
      left = object.getMinX() <= left ? object.getMaxX() : left;
      right = object.getMinX() > box.getMinX() ? object.getMinX() : right;
    }
    return new Rectangle2D.Double(left, top, right - left, bottom - top);
  }

  static void draw(Canvas canvas, Rectangle2D object, Chance chance) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    Color colour = Bust.cloth(chance);
    pen.setPaint(new GradientPaint(0, 0, colour.brighter(), SIDE, SIDE, colour.darker()));
    pen.fillRect(0, 0, SIDE, SIDE);
    for (int line = 0; line < 10; line++) {
      pen.setColor(new Color(0, 0, 0, 8 + chance.below(20)));
      int y = chance.below(SIDE);
      pen.drawLine(0, y, SIDE, y + chance.below(5) - 2);
    }
    pen.dispose();
    Paste.onto(
        canvas,
        Scene.lit(Layer.of(image), canvas, object),
        Quad.turned(
            object.getCenterX(), object.getCenterY(), object.getWidth(), object.getHeight(), 0));
  }
}
