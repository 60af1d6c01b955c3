package sightline.domain.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeakSamplingTest {
  private static long examined(LeakSampling sampling, String session, int frames) {
    return IntStream.range(0, frames)
        .filter(index -> sampling.examines(session, index))
        .count();
  }

  @Test
  void looksAtTheSameFramesAgain() {
    for (int index = 0; index < 1_000; index++) {
      assertThat(new LeakSampling(0.1, 7).examines("s", index))
          .isEqualTo(new LeakSampling(0.1, 7).examines("s", index));
    }
  }

  @Test
  void looksAtTheShareItWasToldTo() {
    for (double rate : new double[] {0.01, 0.1, 0.5}) {
      long seen = examined(new LeakSampling(rate, 3), "session", 100_000);
      double spread = Math.sqrt(100_000 * rate * (1 - rate));
      assertThat(Math.abs(seen - 100_000 * rate)).as("rate %s", rate).isLessThan(4 * spread);
    }
    assertThat(examined(new LeakSampling(0, 3), "session", 10_000)).isZero();
    assertThat(examined(new LeakSampling(1, 3), "session", 10_000)).isEqualTo(10_000);
  }

  @Test
  void anotherSeedOrSessionMeansOtherFrames() {
    LeakSampling sampling = new LeakSampling(0.5, 1);
    long alike = IntStream.range(0, 10_000)
        .filter(index -> sampling.examines("a", index) == sampling.examines("b", index))
        .count();
    assertThat(alike).isBetween(4_800L, 5_200L);
    LeakSampling reseeded = new LeakSampling(0.5, 2);
    alike = IntStream.range(0, 10_000)
        .filter(index -> sampling.examines("a", index) == reseeded.examines("a", index))
        .count();
    assertThat(alike).isBetween(4_800L, 5_200L);
  }

  @Test
  void aLowerRateLooksAtFewerOfTheSameFrames() {
    for (int index = 0; index < 5_000; index++) {
      if (new LeakSampling(0.05, 9).examines("s", index)) {
        assertThat(new LeakSampling(0.2, 9).examines("s", index)).isTrue();
      }
    }
  }
}
