package sightline.domain.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

class MotionTest {
  /** A seeded scene of smooth hills along one direction, which can be looked at from any place. */
  private record Hills(double[] height, double[] pitch, double[] phase) {
    static Hills of(Random random) {
      double[][] waves = new double[3][6];
      for (int i = 0; i < 6; i++) {
        waves[0][i] = 5 + random.nextInt(15);
        waves[1][i] = 4 + random.nextDouble() * 14;
        waves[2][i] = random.nextDouble() * 2 * Math.PI;
      }
      return new Hills(waves[0], waves[1], waves[2]);
    }

    byte[] seen(int bins, double shift, double gain, double lift, Random noise) {
      byte[] profile = new byte[bins];
      for (int i = 0; i < bins; i++) {
        double level = 128;
        for (int wave = 0; wave < height.length; wave++) {
          level += height[wave] * Math.sin(phase[wave] + pitch[wave] * ((double) i / bins - shift));
        }
        double grey = gain * level + lift + noise.nextGaussian() * 0.3;
        profile[i] = (byte) Math.max(0, Math.min(255, Math.round(grey)));
      }
      return profile;
    }
  }

  private static Profiles flat(int level) {
    byte[] columns = new byte[Profiles.COLUMNS];
    byte[] rows = new byte[Profiles.ROWS];
    java.util.Arrays.fill(columns, (byte) level);
    java.util.Arrays.fill(rows, (byte) level);
    return new Profiles(columns, rows, 0);
  }

  @Test
  void findsSeededShiftsToAQuarterOfABinThroughNoiseAndAChangeOfLight() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Hills across = Hills.of(random);
      Hills along = Hills.of(random);
      double right = (random.nextDouble() - 0.5) * 0.3;
      double down = (random.nextDouble() - 0.5) * 0.3;
      double lift = random.nextDouble() * 10 - 5;
      Profiles before = new Profiles(
          across.seen(Profiles.COLUMNS, 0, 1, 0, random),
          along.seen(Profiles.ROWS, 0, 1, 0, random),
          0);
      Profiles after = new Profiles(
          across.seen(Profiles.COLUMNS, right, 1, lift, random),
          along.seen(Profiles.ROWS, down, 1, lift, random),
          0);
      Motion motion = Motion.between(before, after);
      assertThat(motion.right().orThrow())
          .as("seed %s", seed)
          .isCloseTo(right, within(0.25 / Profiles.COLUMNS));
      assertThat(motion.down().orThrow())
          .as("seed %s", seed)
          .isCloseTo(down, within(0.25 / Profiles.ROWS));
      assertThat(motion.residual().orThrow()).as("seed %s", seed).isLessThan(0.05);
    }
  }

  @Test
  void theSamePictureHasNotMoved() {
    assertThat(Motion.between(flat(90), flat(90))).isEqualTo(Motion.NONE);
  }

  @Test
  void aBareWallTellsNoMotion() {
    assertThat(Motion.between(flat(90), flat(91)))
        .isEqualTo(Motion.unassessed(Unassessed.NOTHING_TO_MEASURE));
  }

  @Test
  void anotherSceneIsNoMotion() {
    int told = 0;
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Profiles one = new Profiles(
          Hills.of(random).seen(64, 0, 1, 0, random),
          Hills.of(random).seen(36, 0, 1, 0, random),
          0);
      Profiles other = new Profiles(
          Hills.of(random).seen(64, 0, 1, 0, random),
          Hills.of(random).seen(36, 0, 1, 0, random),
          0);
      Motion motion = Motion.between(one, other);
      told += motion.assessed() ? 1 : 0;
      if (!motion.assessed()) {
        assertThat(motion.right()).isEqualTo(Measure.unassessed(Unassessed.NO_NEIGHBOUR));
      }
    }
    assertThat(told).as("of 200 pairs of scenes").isLessThan(80);
  }
}
