package sightline.app.compose;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Writes on a sheet and remembers where the ink is. */
final class SheetPen {
  final BufferedImage image;
  final List<Rectangle2D> lines = new ArrayList<>();
  final List<Rectangle2D> faces = new ArrayList<>();
  private final Graphics2D pen;

  SheetPen(int width, int height, Color paper) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setPaint(new GradientPaint(0, 0, paper, width, height, shaded(paper, 0.9)));
    pen.fillRect(0, 0, width, height);
  }

  static Color shaded(Color colour, double factor) {
    return new Color((int) (colour.getRed() * factor), (int) (colour.getGreen() * factor), (int)
        (colour.getBlue() * factor));
  }

  /** One line of text. */
  void write(String text, Font font, Color ink, double x, double baseline) {
    GlyphVector glyphs = font.createGlyphVector(pen.getFontRenderContext(), text);
    pen.setColor(ink);
    pen.drawGlyphVector(glyphs, (float) x, (float) baseline);
    Rectangle2D inked = glyphs.getVisualBounds();
    if (inked.getWidth() > 0 && inked.getHeight() > 0) {
      lines.add(new Rectangle2D.Double(
              inked.getX() + x, inked.getY() + baseline, inked.getWidth(), inked.getHeight())
          .createIntersection(new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight())));
    }
  }

  void rule(double x, double y, double width, Color ink) {
    pen.setColor(ink);
    pen.setStroke(new BasicStroke(1.5f));
    pen.drawLine((int) x, (int) y, (int) (x + width), (int) y);
  }

  void fill(Color colour, double x, double y, double width, double height) {
    pen.setColor(colour);
    pen.fill(new Rectangle2D.Double(x, y, width, height));
  }

  /** A passport photograph. */
  void photograph(FaceCut cut, int x, int y, int width, int height) {
    pen.drawImage(cut.picture(), x, y, width, height, null);
    Oval face = cut.face();
    faces.add(new Rectangle2D.Double(
        x + (face.x() - face.radiusX()) * width,
        y + (face.y() - face.radiusY()) * height,
        2 * face.radiusX() * width,
        2 * face.radiusY() * height));
  }

  Sheet sheet(String kind) {
    pen.dispose();
    return new Sheet(kind, image, List.copyOf(lines), List.copyOf(faces));
  }
}
