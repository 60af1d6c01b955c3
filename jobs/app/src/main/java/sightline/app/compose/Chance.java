package sightline.app.compose;

import java.util.List;
import java.util.SplittableRandom;

/** Where chance in one picture comes from: the same seed, family and number give the same picture, whatever came before. */
final class Chance {
  private final long seed;
  private final SplittableRandom random;

  private Chance(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  static Chance of(long seed, Family family, long number) {
    return new Chance(mixed(mixed(mixed(seed) ^ family.id().hashCode()) + number));
  }

  /** Chance for one concern of this one, so that no concern shifts the numbers of another. */
  Chance of(String concern) {
    return new Chance(mixed(seed ^ mixed(concern.hashCode())));
  }

  double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** Evenly spread over the logarithm: as many from 16 to 32 as from 32 to 64. */
  double logBetween(double from, double to) {
    return Math.exp(between(Math.log(from), Math.log(to)));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean odds(double share) {
    return random.nextDouble() < share;
  }

  double gaussian() {
    return random.nextGaussian();
  }

  <T> T pick(List<T> of) {
    return of.get(below(of.size()));
  }

  long next() {
    return random.nextLong();
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014, variant 13 of Stafford). */
  private static long mixed(long bits) {
    long z = bits + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
