package sightline.app.compose;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A plain neck and shoulders, so that a head does not float. */
final class Bust {
  private static final int SIDE = 240;

  private Bust() {}

  /** Under a face, before the head is laid on it. */
  static void under(Canvas canvas, Layer head, Quad quad, Oval face, Color cloth, Chance chance) {
    Rectangle2D box = face.hull(quad);
    double side = box.getHeight() * 2.6;
    Layer drawn = Layer.of(drawing(skin(head, face), cloth, chance));
    Layer lit = Scene.lit(drawn, canvas, box);
    Paste.onto(
        canvas,
        lit,
        Quad.turned(box.getCenterX(), box.getCenterY() + side * 0.60, side, side * 0.95, 0));
  }

  static Color cloth(Chance chance) {
    return Color.getHSBColor(
        (float) chance.between(0, 1), (float) chance.between(0.05, 0.6), (float)
            chance.between(0.15, 0.8));
  }

  private static Color skin(Layer head, Oval face) {
    float[] sum = new float[Layer.CHANNELS];
    head.sample(face.x() - face.radiusX() * 0.4, face.y() + face.radiusY() * 0.55, sum);
    head.sample(face.x() + face.radiusX() * 0.4, face.y() + face.radiusY() * 0.55, sum);
    float weight = Math.max(0.01f, sum[Canvas.CHANNELS]);
    return new Color(coded(sum[0] / weight), coded(sum[1] / weight), coded(sum[2] / weight));
  }

  private static int coded(float value) {
    return Math.max(0, Math.min(255, Math.round(value * 0.85f)));
  }

  private static BufferedImage drawing(Color skin, Color cloth, Chance chance) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(skin);
    pen.fillRoundRect(82, 0, 76, 90, 40, 40);
    double slope = chance.between(60, 85);
    Path2D shoulders = new Path2D.Double();
    shoulders.moveTo(4, SIDE);
    shoulders.curveTo(8, slope + 20, 40, slope, 84, 44);
    shoulders.quadTo(120, 80, 156, 44);
    shoulders.curveTo(200, slope, 232, slope + 20, 236, SIDE);
    shoulders.closePath();
    pen.setPaint(new GradientPaint(0, 0, cloth.brighter(), SIDE, SIDE, cloth.darker()));
    pen.fill(shoulders);
    pen.clip(shoulders);
    pen.setStroke(new BasicStroke(2.5f));
    for (int fold = 0; fold < 9; fold++) {
      int x = chance.below(SIDE);
      pen.setColor(new Color(0, 0, 0, 12 + chance.below(26)));
      pen.drawLine(x, 60, x + chance.below(60) - 30, SIDE);
    }
    pen.dispose();
    fade(image);
    return image;
  }

  /** Lets the lower third run out, as a body does behind a table. */
  private static void fade(BufferedImage image) {
    for (int y = SIDE * 2 / 3; y < SIDE; y++) {
      double left = 1 - (y - SIDE * 2 / 3.0) / (SIDE / 3.0);
      for (int x = 0; x < SIDE; x++) {
        int pixel = image.getRGB(x, y);
        int alpha = (int) ((pixel >>> 24) * Math.min(1, left * 1.5));
        image.setRGB(x, y, (alpha << 24) | (pixel & 0xFFFFFF));
      }
    }
  }
}
