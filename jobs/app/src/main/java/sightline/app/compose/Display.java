package sightline.app.compose;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * A drawn screen with its bezel, and for a laptop the keys before it.
 *
 * @param screen panel and bezel, in shares of the image
 * @param lit whether it shows anything
 */
record Display(String kind, BufferedImage image, Rectangle2D screen, Lit lit) {
  enum Lit {
    ON,
    OFF
  }

  static Display drawn(Chance chance, Backdrop shown) {
    Lit lit = chance.odds(0.8) ? Lit.ON : Lit.OFF;
    return switch (chance.below(3)) {
      case 0 -> phone(chance, shown, lit);
      case 1 -> laptop(chance, shown, lit);
      default -> television(chance, shown, lit);
    };
  }

  private static Display phone(Chance chance, Backdrop shown, Lit lit) {
    BufferedImage image = new BufferedImage(216, 440, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = pen(image);
    pen.setColor(bezel(chance));
    pen.fill(new RoundRectangle2D.Double(0, 0, 216, 440, 44, 44));
    pen.clip(new RoundRectangle2D.Double(7, 9, 202, 422, 30, 30));
    content(pen, 7, 9, 202, 422, lit, chance, shown);
    pen.dispose();
    return new Display("phone", image, new Rectangle2D.Double(0, 0, 1, 1), lit);
  }

  private static Display television(Chance chance, Backdrop shown, Lit lit) {
    BufferedImage image = new BufferedImage(520, 306, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = pen(image);
    pen.setColor(bezel(chance));
    pen.fillRect(0, 0, 520, 306);
    pen.clipRect(9, 9, 502, 284);
    content(pen, 9, 9, 502, 284, lit, chance, shown);
    pen.dispose();
    return new Display("television", image, new Rectangle2D.Double(0, 0, 1, 1), lit);
  }

  private static Display laptop(Chance chance, Backdrop shown, Lit lit) {
    int deck = 150;
    BufferedImage image = new BufferedImage(480, 300 + deck, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = pen(image);
    Color body = chance.odds(0.6) ? new Color(178, 180, 184) : new Color(58, 60, 64);
    pen.setPaint(new GradientPaint(0, 300, SheetPen.shaded(body, 0.85), 0, 300 + deck, body));
    pen.fillRect(0, 298, 480, deck + 2);
    pen.setColor(new Color(30, 30, 33));
    for (int row = 0; row < 5; row++) {
      for (int key = 0; key < 13; key++) {
        pen.fillRoundRect(34 + key * 32, 308 + row * 17, 28, 14, 4, 4);
      }
    }
    pen.setColor(SheetPen.shaded(body, 0.92));
    pen.fillRoundRect(170, 398, 140, 46, 8, 8);
    pen.setColor(bezel(chance));
    pen.fillRoundRect(0, 0, 480, 300, 12, 12);
    pen.clipRect(11, 12, 458, 268);
    content(pen, 11, 12, 458, 268, lit, chance, shown);
    pen.dispose();
    return new Display("laptop", image, new Rectangle2D.Double(0, 0, 1, 300.0 / (300 + deck)), lit);
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return pen;
  }

  private static Color bezel(Chance chance) {
    return chance.odds(0.75) ? new Color(18, 18, 20) : new Color(200, 202, 206);
  }

  private static void content(
      Graphics2D pen, int x, int y, int w, int h, Lit lit, Chance chance, Backdrop shown) {
    if (lit == Lit.OFF) {
      pen.setPaint(
          new GradientPaint(x, y, new Color(44, 46, 52), x + w, y + h, new Color(8, 8, 10)));
      pen.fillRect(x, y, w, h);
      return;
    }
    switch (chance.below(4)) {
      case 0 -> chat(pen, x, y, w, h, chance);
      case 1 -> page(pen, x, y, w, h, chance);
      case 2 -> windows(pen, x, y, w, h, chance);
      default -> {
        pen.drawImage(shown.image(), x, y, w, h, null);
        pen.setColor(new Color(0, 0, 0, 120));
        pen.fillRect(x, y + h * 9 / 10, w, h / 10);
        pen.setColor(new Color(230, 40, 40));
        pen.fillRect(x, y + h * 9 / 10, w / 3, 3);
      }
    }
  }

  private static void chat(Graphics2D pen, int x, int y, int w, int h, Chance chance) {
    boolean night = chance.odds(0.4);
    pen.setColor(night ? new Color(24, 26, 30) : new Color(238, 236, 230));
    pen.fillRect(x, y, w, h);
    pen.setColor(new Color(30, 110, 100));
    pen.fillRect(x, y, w, 30);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
    pen.setColor(Color.WHITE);
    pen.drawString(Words.name(chance), x + 12, y + 20);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    for (int at = y + 42; at < y + h - 30; at += 34 + chance.below(14)) {
      boolean mine = chance.odds(0.5);
      int wide = w * 2 / 5 + chance.below(w / 4);
      int left = mine ? x + w - wide - 8 : x + 8;
      pen.setColor(mine ? new Color(190, 235, 180) : Color.WHITE);
      pen.fillRoundRect(left, at, wide, 26, 12, 12);
      pen.setColor(Color.DARK_GRAY);
      pen.drawString(Words.line(2, chance), left + 8, at + 17);
    }
  }

  private static void page(Graphics2D pen, int x, int y, int w, int h, Chance chance) {
    pen.setColor(Color.WHITE);
    pen.fillRect(x, y, w, h);
    pen.setColor(Bust.cloth(chance));
    pen.fillRect(x, y, w, 26);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    pen.setColor(Color.BLACK);
    pen.drawString(Words.line(2, chance), x + 14, y + 52);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    int at = y + 70;
    while (at < y + h - 10) {
      if (chance.odds(0.2)) {
        pen.setColor(Bust.cloth(chance));
        pen.fillRect(x + 14, at, w / 3, 60);
        pen.setColor(Bust.cloth(chance));
        pen.fillRect(x + 24 + w / 3, at, w / 3, 60);
        at += 76;
      } else {
        pen.setColor(Color.DARK_GRAY);
        pen.drawString(Words.line(3 + chance.below(4), chance), x + 14, at + 10);
        at += 16;
      }
    }
  }

  private static void windows(Graphics2D pen, int x, int y, int w, int h, Chance chance) {
    pen.setPaint(new GradientPaint(x, y, Bust.cloth(chance), x + w, y + h, Bust.cloth(chance)));
    pen.fillRect(x, y, w, h);
    for (int window = 0; window < 2; window++) {
      int left = x + chance.below(Math.max(1, w / 3));
      int top = y + chance.below(Math.max(1, h / 3));
      pen.setColor(new Color(222, 222, 226));
      pen.fillRect(left, top, w / 2, h / 2);
      pen.setColor(new Color(70, 80, 100));
      pen.fillRect(left, top, w / 2, 16);
      pen.setColor(Color.DARK_GRAY);
      pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 10));
      for (int line = top + 30; line < top + h / 2 - 4; line += 13) {
        pen.drawString(Words.line(1 + chance.below(3), chance), left + 6, line);
      }
    }
    pen.setColor(new Color(20, 22, 28, 220));
    pen.fillRect(x, y + h - 16, w, 16);
  }
}
