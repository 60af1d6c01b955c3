package sightline.app.drawn;

import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;

/** How a visitor looks. */
record Look(Color skin, Color hair, Hair style, Color clothes) {
  enum Hair {
    SHORT,
    LONG,
    BUN,
    CURLY
  }

  private static final List<Hair> STYLES = List.of(Hair.values());
  private static final List<Color> HAIR =
      List.of(new Color(0x1E1713), new Color(0x3B2618), new Color(0x5A3B22), new Color(0x4A4644));
  private static final List<Color> CLOTHES =
      List.of(new Color(0x3F5F7F), new Color(0x8A3F46), new Color(0x4E6B4A), new Color(0xB9AE9A));

  static Look any(SplittableRandom random) {
    return new Look(
        Skin.any(random),
        HAIR.get(random.nextInt(HAIR.size())),
        STYLES.get(random.nextInt(STYLES.size())),
        CLOTHES.get(random.nextInt(CLOTHES.size())));
  }
}
