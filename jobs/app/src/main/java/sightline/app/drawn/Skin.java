package sightline.app.drawn;

import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;

/** Skin tones from light to dark, about the six of Fitzpatrick's scale. */
final class Skin {
  static final List<Color> TONES = List.of(
      new Color(0xF2CDB4),
      new Color(0xE3B592),
      new Color(0xCB9570),
      new Color(0xAD7650),
      new Color(0x94633F),
      new Color(0x7B4F35));

  private Skin() {}

  static Color any(SplittableRandom random) {
    return TONES.get(random.nextInt(TONES.size()));
  }
}
