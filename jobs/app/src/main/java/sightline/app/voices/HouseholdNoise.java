package sightline.app.voices;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Drawn sounds of a household in which nobody speaks: seeded, of unit power. */
enum HouseholdNoise {
  /** Noise of the same power in every octave, like a room with an open window. */
  ROOM {
    @Override
    void draw(double[] out, int rate, RandomGenerator random) {
      // P. Kellet's economy filter for pink noise (musicdsp.org, 76)
      double low = 0;
      double middle = 0;
      double high = 0;
      for (int at = 0; at < out.length; at++) {
        double white = random.nextGaussian();
        low = 0.99765 * low + 0.0990460 * white;
        middle = 0.96300 * middle + 0.2965164 * white;
        high = 0.57000 * high + 1.0526913 * white;
        out[at] = low + middle + high + 0.1848 * white;
      }
    }
  },
  /** Water from a tap: bright noise that swells and falls. */
  TAP {
    @Override
    void draw(double[] out, int rate, RandomGenerator random) {
      double swell = 0;
      double before = 0;
      for (int at = 0; at < out.length; at++) {
        double white = random.nextGaussian();
        swell += (random.nextGaussian() - swell) / rate * 8;
        out[at] = (white - 0.6 * before) * (1 + 8 * Math.abs(swell));
        before = white;
      }
    }
  },
  /** A mixer or vacuum cleaner: harmonics of a wandering hum, and its rush. */
  MOTOR {
    @Override
    void draw(double[] out, int rate, RandomGenerator random) {
      double turns = 0;
      double first = 140 + random.nextInt(80);
      for (int at = 0; at < out.length; at++) {
        double hertz = first + 20 * Math.sin(2 * Math.PI * 0.3 * at / rate);
        turns += hertz / rate;
        double sum = 0.3 * random.nextGaussian();
        for (int overtone = 1; overtone < 15; overtone++) {
          sum += Math.sin(2 * Math.PI * overtone * turns) / overtone;
        }
        out[at] = sum;
      }
    }
  },
  /** Plates and cutlery: two or so clinks a second, each a few ringing tones. */
  DISHES {
    @Override
    void draw(double[] out, int rate, RandomGenerator random) {
      for (int at = 0; at < out.length; at++) {
        out[at] = 0.01 * random.nextGaussian();
      }
      int length = rate / 4;
      for (int clink = 0; clink < 2 * out.length / rate; clink++) {
        int start = random.nextInt(Math.max(1, out.length - length));
        for (int tone = 0; tone < 4; tone++) {
          double hertz = 800 + 5_200 * random.nextDouble();
          double fading = 15 + 45 * random.nextDouble();
          double loud = 0.2 + 0.8 * random.nextDouble();
          for (int at = 0; at < length && start + at < out.length; at++) {
            double seconds = (double) at / rate;
            out[start + at] +=
                loud * Math.exp(-seconds * fading) * Math.sin(2 * Math.PI * hertz * seconds);
          }
        }
      }
    }
  };

  abstract void draw(double[] out, int rate, RandomGenerator random);

  /** So many samples of mean square 1. */
  double[] samples(int count, int rate, long seed) {
    double[] drawn = new double[count];
    draw(drawn, rate, new SplittableRandom(seed * 31 + name().hashCode()));
    double scale = 1 / Math.sqrt(power(drawn));
    for (int at = 0; at < count; at++) {
      drawn[at] *= scale;
    }
    return drawn;
  }

  /** Mean square. */
  static double power(double[] samples) {
    double sum = 0;
    for (double sample : samples) {
      sum += sample * sample;
    }
    return sum / samples.length;
  }
}
