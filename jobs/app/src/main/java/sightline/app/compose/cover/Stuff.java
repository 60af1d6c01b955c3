package sightline.app.compose.cover;

import java.util.SplittableRandom;

/**
 * What a cover is made of, in the light of its scene.
 *
 * @param ink its colour where no light comes through, already lit
 * @param grain how much lighter and darker it is from place to place, 0 for plain
 * @param grainFrequency changes a width of the picture
 * @param bleed light that comes through its rim
 * @param opacity of its inner part, above 0.5 to 1
 * @param scatter how much of what is seen through it is blurred, 0 to 1
 * @param shade how much of the scene's light it takes away around it, 0 to 1
 */
record Stuff(
    Ink ink,
    double grain,
    double grainFrequency,
    Ink bleed,
    double opacity,
    double scatter,
    double shade) {
  private static final Ink NONE = new Ink(0, 0, 0);
  private static final Ink BLOOD = new Ink(1, 0.28, 0.16);
  private static final Ink WHITE = new Ink(1, 1, 1);

  /**
   * @param scene mean light of the scene, which lights the cover too, if less
   */
  static Stuff of(CoverFamily family, Ink scene, SplittableRandom random) {
    Ink ambient = scene.mixed(new Ink(1, 1, 1).times(scene.green()), 0.5);
    return switch (family) {
      case FINGER -> finger(ambient, random);
      case STRAP -> solid(Ink.any(random).times(lit(ambient, random, 0.05, 1.2)), 0.3, random);
      case TAPE -> tape(ambient, random);
      case DIRT -> dirt(ambient, random);
      case FOG -> fog(scene, random);
      case CLOTH -> solid(Ink.any(random).times(lit(ambient, random, 0.1, 1.6)), 0.6, random);
      case HAIR -> solid(hair(random).times(lit(ambient, random, 0.1, 1.4)), 0.3, random);
      case PARKED -> solid(Ink.any(random).times(lit(ambient, random, 0.5, 2.2)), 0.4, random);
    };
  }

  private static Ink lit(Ink ambient, SplittableRandom random, double least, double most) {
    return ambient.times(least * Math.pow(most / least, random.nextDouble()) * 1.6);
  }

  private static Stuff solid(Ink ink, double grain, SplittableRandom random) {
    return new Stuff(
        ink,
        random.nextDouble(grain),
        random.nextDouble(2, 12),
        NONE,
        1,
        0,
        random.nextDouble(0.5));
  }

  /** Dark against the lens, unless light comes through: then it glows red, most at its rim. */
  private static Stuff finger(Ink ambient, SplittableRandom random) {
    Ink skin = Ink.skin(random);
    double glow = Math.pow(random.nextDouble(), 2) * 0.9;
    Ink through = BLOOD.times(ambient.green() * glow * (0.4 + 0.6 * skin.red()));
    Ink surface = skin.times(lit(ambient, random, 0.03, 1.0));
    Ink inner = surface.mixed(through, random.nextDouble(0.8));
    return new Stuff(inner, random.nextDouble(0.25), 3, through, 1, 0, random.nextDouble(0.7));
  }

  private static Stuff tape(Ink ambient, SplittableRandom random) {
    Ink own = random.nextBoolean() ? Ink.any(random) : new Ink(0.8, 0.74, 0.6);
    double opacity = random.nextInt(3) == 0 ? random.nextDouble(0.7, 0.95) : 1;
    return new Stuff(
        own.times(lit(ambient, random, 0.08, 1.6)),
        random.nextDouble(0.4),
        random.nextDouble(4, 14),
        ambient.times(random.nextDouble(0.4)),
        opacity,
        1,
        random.nextDouble(0.4));
  }

  private static Stuff dirt(Ink ambient, SplittableRandom random) {
    Ink brown = new Ink(0.28, 0.19, 0.11).mixed(new Ink(0.6, 0.6, 0.58), random.nextDouble());
    return new Stuff(
        brown.times(lit(ambient, random, 0.05, 1.5)),
        random.nextDouble(0.5),
        random.nextDouble(4, 14),
        NONE,
        random.nextDouble(0.7, 1),
        random.nextDouble(),
        random.nextDouble(0.2));
  }

  /** Condensation, or the grease of a thumb: a veil of the scene's own light. */
  private static Stuff fog(Ink scene, SplittableRandom random) {
    Ink veil = scene.mixed(WHITE.times(Math.max(scene.green(), 0.05)), random.nextDouble());
    return new Stuff(
        veil.times(random.nextDouble(0.7, 1.9)),
        random.nextDouble(0.12),
        random.nextDouble(2, 6),
        NONE,
        random.nextDouble(0.65, 0.97),
        1,
        0);
  }

  private static Ink hair(SplittableRandom random) {
    Ink dark = new Ink(0.012, 0.009, 0.008);
    Ink[] tones = {
      dark, new Ink(0.06, 0.03, 0.015), new Ink(0.35, 0.22, 0.1), new Ink(0.5, 0.5, 0.5)
    };
    Ink one = tones[random.nextInt(tones.length)];
    return one.mixed(tones[random.nextInt(tones.length)], random.nextDouble(0.5));
  }
}
