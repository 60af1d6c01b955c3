package sightline.domain.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightline.domain.statistics.ClopperPearson;

class LeakEstimateTest {
  private static final int SEEDS = 400;
  private static final PassQuality GOOD = new PassQuality(100, 20, 1_000, 10);

  @Test
  void correctsForWhatThePassMissesAndForWhatItFindsFalsely() {
    LeakEstimate estimate = LeakEstimate.of(new LeakCounts(1_000, 50), GOOD, 0.95);
    assertThat(estimate.rate().value()).isCloseTo((0.05 - 0.01) / (1 - 0.2 - 0.01), within(1e-12));
    assertThat(estimate.low()).isLessThan(0.04);
    assertThat(estimate.high()).isGreaterThan(0.06);
  }

  @Test
  void nothingFoundIsNotNoLeaks() {
    LeakEstimate estimate = LeakEstimate.of(new LeakCounts(500, 0), GOOD, 0.95);
    assertThat(estimate.rate().value()).isZero();
    assertThat(estimate.low()).isZero();
    assertThat(estimate.high()).isBetween(0.008, 0.02);
  }

  @Test
  void theBoundDoesNotCountOnFindsBeingFalse() {
    PassQuality findsMuchThatIsNone = new PassQuality(1_000, 500, 1_000, 200);
    LeakEstimate estimate = LeakEstimate.of(new LeakCounts(10_000, 100), findsMuchThatIsNone, 0.95);
    assertThat(estimate.rate().value()).isZero();
    assertThat(estimate.high()).as("all of 1%% found, and half missed").isGreaterThan(0.02);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 10, 1, 100, 1",
    "100, 5, 0, 0, 100, 1",
    "100, 5, 10, 1, 0, 0",
    "100, 5, 10, 10, 9, 0"
  })
  void saysThatNothingIsKnownWhereNothingIs(
      long examined, long finds, long leaks, long missed, long clean, long falsely) {
    LeakEstimate estimate = LeakEstimate.of(
        new LeakCounts(examined, finds), new PassQuality(leaks, missed, clean, falsely), 0.95);
    assertThat(estimate.rate().assessed()).isFalse();
    assertThat(estimate.low()).isZero();
    assertThat(estimate.high()).isGreaterThan(0.05);
  }

  /**
   * Frames that leak come in runs, as they do when somebody turns their head; the pass was measured on few leaks; the sample is
   * the one that {@link LeakSampling} takes.
   */
  @ParameterizedTest
  @CsvSource({
    "20000, 0.002, 0.3, 0.01, 40, 400, 0.05",
    "20000, 0.02, 0.3, 0.01, 40, 400, 0.05",
    "5000, 0.10, 0.5, 0.05, 60, 200, 0.20",
    "50000, 0.0, 0.2, 0.005, 100, 1000, 0.02",
    "3000, 0.05, 0.1, 0.0, 30, 300, 1.0",
  })
  void theIntervalHoldsTheTruthAtLeastAsOftenAsItSays(
      int frames, double rate, double miss, double falsely, int leaks, int clean, double sampled) {
    int held = 0;
    double width = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      boolean[] leaking = runs(frames, rate, random);
      LeakEstimate estimate = LeakEstimate.of(
          examined(leaking, new LeakSampling(sampled, seed), miss, falsely, random),
          new PassQuality(leaks, hits(leaks, miss, random), clean, hits(clean, falsely, random)),
          0.95);
      double truth = share(leaking);
      held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
      width += estimate.high() - estimate.low();
    }
    ClopperPearson coverage = ClopperPearson.of(held, SEEDS, 0.98);
    System.out.printf(
        Locale.ROOT,
        "leak estimate: rate %.3f, miss %.2f, false %.3f: held %d/%d (99%% bounds %.4f to %.4f), mean width %.4f%n",
        rate,
        miss,
        falsely,
        held,
        SEEDS,
        coverage.low(),
        coverage.high(),
        width / SEEDS);
    assertThat(coverage.high()).isGreaterThanOrEqualTo(0.95);
    assertThat((double) held / SEEDS).isGreaterThanOrEqualTo(0.95);
  }

  private static boolean[] runs(int frames, double rate, SplittableRandom random) {
    boolean[] leaking = new boolean[frames];
    int left = (int) Math.round(frames * rate);
    while (left > 0) {
      int start = random.nextInt(frames);
      int length = Math.min(left, 1 + random.nextInt(10));
      for (int at = start; at < Math.min(frames, start + length); at++) {
        left -= leaking[at] ? 0 : 1;
        leaking[at] = true;
      }
    }
    return leaking;
  }

  private static LeakCounts examined(
      boolean[] leaking,
      LeakSampling sampling,
      double miss,
      double falsely,
      SplittableRandom random) {
    LeakCounts counts = LeakCounts.NONE;
    for (int index = 0; index < leaking.length; index++) {
      if (sampling.examines("session", index)) {
        boolean found = random.nextDouble() < (leaking[index] ? 1 - miss : falsely);
        counts = counts.plus(new LeakCounts(1, found ? 1 : 0));
      }
    }
    return counts;
  }

  private static long hits(int draws, double chance, SplittableRandom random) {
    return random.doubles(draws).filter(draw -> draw < chance).count();
  }

  private static double share(boolean[] leaking) {
    long leaks = 0;
    for (boolean leak : leaking) {
      leaks += leak ? 1 : 0;
    }
    return (double) leaks / leaking.length;
  }
}
