package sightline.app.compose.cover;

import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;

/** A colour in linear light, each part from 0 to about 1. */
record Ink(double red, double green, double blue) {
  private static final double GAMMA = 2.2;
  private static final double WHITE = 255;

  /** Ten skin tones from light to dark; covers take each as often as any other. */
  static final List<Color> SKIN = List.of(
      new Color(0xF6E3D2),
      new Color(0xF0CDB1),
      new Color(0xE0B48F),
      new Color(0xCB9A72),
      new Color(0xB48056),
      new Color(0x996844),
      new Color(0x7E5236),
      new Color(0x64402B),
      new Color(0x4A3023),
      new Color(0x33221B));

  static Ink of(Color colour) {
    return new Ink(linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue()));
  }

  static Ink skin(SplittableRandom random) {
    return of(SKIN.get(random.nextInt(SKIN.size())));
  }

  /** Any hue; most things of a household are dull, some are not. */
  static Ink any(SplittableRandom random) {
    float hue = (float) random.nextDouble();
    float saturation = (float) Math.pow(random.nextDouble(), 1.7);
    float brightness = (float) random.nextDouble(0.03, 1);
    return of(new Color(Color.HSBtoRGB(hue, saturation, brightness)));
  }

  Ink times(double factor) {
    return new Ink(red * factor, green * factor, blue * factor);
  }

  Ink times(Ink other) {
    return new Ink(red * other.red, green * other.green, blue * other.blue);
  }

  Ink mixed(Ink to, double share) {
    return new Ink(
        red + (to.red - red) * share,
        green + (to.green - green) * share,
        blue + (to.blue - blue) * share);
  }

  static double linear(double level) {
    return Math.pow(level / WHITE, GAMMA);
  }
}
