package sightline.app.drawn;

import java.util.SplittableRandom;

/** Where chance in a drawing comes from: the same seed and the same salts give the same numbers. */
record Seed(long value) {
  /** A seed for one concern of this one, so that no concern shifts the numbers of another. */
  Seed with(long salt) {
    return new Seed(mixed(value ^ mixed(salt + 1)));
  }

  SplittableRandom random() {
    return new SplittableRandom(value);
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014, variant 13 of Stafford). */
  private static long mixed(long bits) {
    long z = bits + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
