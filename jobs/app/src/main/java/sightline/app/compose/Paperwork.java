package sightline.app.compose;

import java.awt.Color;
import java.awt.Font;
import java.util.List;

/** Draws what must not be read on a stranger's screen. */
final class Paperwork {
  private static final Color INK = new Color(28, 28, 34);
  private static final Color PALE = new Color(120, 120, 128);

  private Paperwork() {}

  static Sheet receipt(Chance chance) {
    SheetPen pen = new SheetPen(330, 560 + chance.below(160), paper(chance));
    int mono = 16;
    Font font = new Font(Font.MONOSPACED, Font.PLAIN, mono);
    pen.write(
        Words.name(chance).toUpperCase(java.util.Locale.ROOT),
        new Font(Font.MONOSPACED, Font.BOLD, 26),
        INK,
        60,
        46);
    pen.write(Words.name(chance) + " St. " + Words.digits(2, chance), font, INK, 70, 74);
    pen.write("Tel " + Words.digits(8, chance), font, INK, 90, 96);
    pen.rule(20, 108, 290, PALE);
    int y = 134;
    while (y < pen.image.getHeight() - 120) {
      pen.write(Words.line(1 + chance.below(2), chance), font, INK, 22, y);
      pen.write(Words.price(chance), font, INK, 252, y);
      y += 24;
    }
    pen.rule(20, y, 290, PALE);
    pen.write("TOTAL", new Font(Font.MONOSPACED, Font.BOLD, 22), INK, 22, y + 30);
    pen.write(Words.price(chance), new Font(Font.MONOSPACED, Font.BOLD, 22), INK, 236, y + 30);
    pen.write("Card **** " + Words.digits(4, chance), font, INK, 22, y + 58);
    pen.write(Words.date(chance), font, INK, 22, y + 82);
    return pen.sheet("receipt");
  }

  static Sheet letter(Chance chance) {
    SheetPen pen = new SheetPen(620, 860, paper(chance));
    Font font = Fonts.of(chance, Font.PLAIN, 17);
    pen.write(Words.name(chance) + " " + Words.name(chance), font, INK, 60, 90);
    pen.write(Words.name(chance) + " Road " + Words.digits(2, chance), font, INK, 60, 114);
    pen.write(Words.digits(5, chance) + " " + Words.name(chance), font, INK, 60, 138);
    pen.write(Words.date(chance), font, INK, 440, 190);
    pen.write(Words.line(3, chance), font.deriveFont(Font.BOLD, 21f), INK, 60, 250);
    int y = 300;
    while (y < 720) {
      pen.write(Words.line(4 + chance.below(3), chance), font, INK, 60, y);
      y += chance.odds(0.15) ? 50 : 27;
    }
    pen.write(Words.name(chance), new Font(Font.SERIF, Font.ITALIC, 28), INK, 60, 790);
    return pen.sheet("letter");
  }

  static Sheet prescription(Chance chance) {
    SheetPen pen = new SheetPen(420, 600, new Color(240, 228, 226));
    Font font = Fonts.of(chance, Font.PLAIN, 16);
    Font hand = new Font(Font.SERIF, Font.ITALIC, 25);
    pen.fill(new Color(190, 90, 100), 0, 0, 420, 12);
    pen.write("Dr. " + Words.name(chance), font.deriveFont(Font.BOLD, 22f), INK, 30, 56);
    pen.write("Name: " + Words.name(chance) + " " + Words.name(chance), font, INK, 30, 100);
    pen.write("Born: " + Words.date(chance), font, INK, 30, 126);
    pen.write("No. " + Words.digits(9, chance), font, INK, 30, 152);
    pen.rule(30, 168, 360, PALE);
    pen.write("Rp.", font.deriveFont(Font.BOLD, 24f), INK, 30, 206);
    for (int y = 254; y < 470; y += 54) {
      pen.write(Words.name(chance) + " " + (5 + 5 * chance.below(40)) + " mg", hand, INK, 60, y);
      pen.write(
          "1-0-" + chance.below(2) + ", " + (1 + chance.below(3)) + " x", font, INK, 80, y + 22);
    }
    pen.write(Words.date(chance), font, INK, 30, 540);
    pen.write(Words.name(chance), hand, INK, 250, 550);
    return pen.sheet("prescription");
  }

  static Sheet card(Chance chance, List<FaceCut> faces) {
    Color paper = Color.getHSBColor((float) chance.between(0, 1), 0.16f, 0.94f);
    SheetPen pen = new SheetPen(480, 302, paper);
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
    pen.fill(SheetPen.shaded(paper, 0.6), 0, 0, 480, 46);
    pen.write("IDENTITY CARD", font.deriveFont(Font.BOLD, 23f), Color.WHITE, 20, 32);
    pen.photograph(chance.pick(faces), 24, 70, 140, 168);
    pen.write(Words.name(chance).toUpperCase(java.util.Locale.ROOT), font, INK, 190, 94);
    pen.write(Words.name(chance), font, INK, 190, 126);
    pen.write(Words.date(chance), font, INK, 190, 158);
    pen.write(Words.name(chance), font, INK, 190, 190);
    pen.write(Words.digits(9, chance), font.deriveFont(Font.BOLD, 21f), INK, 190, 228);
    pen.write(
        "ID<<" + Words.digits(12, chance) + "<<<" + Words.digits(6, chance),
        new Font(Font.MONOSPACED, Font.PLAIN, 19),
        INK,
        24,
        278);
    return pen.sheet("card");
  }

  private static Color paper(Chance chance) {
    return Color.getHSBColor(
        0.11f, (float) chance.between(0, 0.08), (float) chance.between(0.86, 0.98));
  }
}
