package sightline.domain.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import sightline.domain.framing.Cadence.Tick;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

class CadenceTest {
  private static List<Tick> ticks(int count, long millis, IntPredicate arrives) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (arrives.test(i)) {
        ticks.add(new Tick(i, 1_000 + i * millis));
      }
    }
    return ticks;
  }

  @Test
  void anEvenStreamHasItsRateAndNoJitter() {
    assertThat(Cadence.in(ticks(30, 50, i -> true)))
        .isEqualTo(new Cadence(Measure.of(20), Measure.of(0), Measure.of(0), Measure.of(0)));
  }

  @Test
  void missingIndicesAreDroppedFrames() {
    Cadence cadence = Cadence.in(ticks(31, 50, i -> i % 3 == 0));
    assertThat(cadence.droppedShare().orThrow()).isCloseTo(20.0 / 31, within(1e-4));
    assertThat(cadence.framesPerSecond().orThrow()).isCloseTo(20 * 11.0 / 31, within(1e-3));
    assertThat(cadence.jitter()).isEqualTo(Measure.of(0));
  }

  @Test
  void timeWithoutAnIndexIsAFrameThatTheCameraSkipped() {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ticks.add(new Tick(i, i * 50L + (i >= 10 ? 100 : 0)));
    }
    Cadence cadence = Cadence.in(ticks);
    assertThat(cadence.skippedShare().orThrow()).isCloseTo(2.0 / 22, within(1e-4));
    assertThat(cadence.droppedShare()).isEqualTo(Measure.of(0));
  }

  @Test
  void aPauseIsNeitherJitterNorLoss() {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ticks.add(new Tick(i, i * 50L + (i >= 10 ? 600_000 : 0)));
    }
    assertThat(Cadence.in(ticks))
        .isEqualTo(new Cadence(Measure.of(20), Measure.of(0), Measure.of(0), Measure.of(0)));
  }

  @Test
  void aClockThatStandsStillLeavesTheDroppedShare() {
    Cadence cadence = Cadence.in(ticks(10, 0, i -> i != 4));
    assertThat(cadence.framesPerSecond())
        .isEqualTo(Measure.unassessed(Unassessed.NOTHING_TO_MEASURE));
    assertThat(cadence.droppedShare()).isEqualTo(Measure.of(0.1));
  }

  @Test
  void fewFramesTellNothing() {
    assertThat(Cadence.in(ticks(3, 50, i -> true)).framesPerSecond())
        .isEqualTo(Measure.unassessed(Unassessed.NO_NEIGHBOUR));
  }

  @Test
  void isHeldAgainstTheRateThatTheTaskWants() {
    Cadence cadence = Cadence.in(ticks(30, 100, i -> true));
    assertThat(cadence.utility(10)).isEqualTo(Measure.of(1));
    assertThat(cadence.utility(15).orThrow()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(cadence.utility(20)).isEqualTo(Measure.of(0));
  }

  @Test
  void findsTheRateThroughSeededLossAndJitter() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Tick> ticks = new ArrayList<>();
      for (int i = 0; i < 90; i++) {
        if (random.nextDouble() > 0.1) {
          ticks.add(new Tick(i, Math.round(i * 100 / 3.0 + random.nextGaussian() * 2)));
        }
      }
      Cadence cadence = Cadence.in(ticks);
      double taken =
          cadence.framesPerSecond().orThrow() / (1 - cadence.droppedShare().orThrow());
      assertThat(taken).as("seed %s", seed).isCloseTo(30, within(1.0));
      assertThat(cadence.jitter().orThrow()).as("seed %s", seed).isLessThan(0.12);
      assertThat(cadence.skippedShare()).as("seed %s", seed).isEqualTo(Measure.of(0));
    }
  }
}
