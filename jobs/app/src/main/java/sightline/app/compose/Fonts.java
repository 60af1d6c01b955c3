package sightline.app.compose;

import java.awt.Font;
import java.awt.GraphicsEnvironment;

/** The fonts of this machine. Pictures with text are the same bytes only where the fonts are the same. */
final class Fonts {
  private Fonts() {}

  /**
   * @throws MediaMissing where Java finds no font, as on many small servers
   */
  static void required() {
    String why;
    try {
      if (GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length
          > 0) {
        return;
      }
      why = "it lists none";
    } catch (RuntimeException | LinkageError e) {
      // without fontconfig Java fails in ways that do not say so
      why = String.valueOf(e.getMessage());
    }
    throw new MediaMissing(
        "Java finds no fonts on this machine (%s): install some, such as fontconfig and fonts-dejavu-core"
            .formatted(why));
  }

  static Font of(Chance chance, int style, int size) {
    return switch (chance.below(3)) {
      case 0 -> new Font(Font.SERIF, style, size);
      case 1 -> new Font(Font.MONOSPACED, style, size);
      default -> new Font(Font.SANS_SERIF, style, size);
    };
  }
}
