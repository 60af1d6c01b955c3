package sightline.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.leak.PassQuality;

class EstimateTrialsTest {
  /**
   * Frames of 200 people, of which one in ten leaks.
   *
   * @param missed chance that the pass has only a faint find in a frame that leaks
   * @param falsely chance that it has a sure find in another
   */
  private static List<SecondLooked> frames(double missed, double falsely) {
    SplittableRandom random = new SplittableRandom(5);
    List<SecondLooked> frames = new ArrayList<>();
    for (int at = 0; at < 1_000; at++) {
      boolean leaks = random.nextDouble() < 0.1;
      boolean sure = random.nextDouble() < (leaks ? 1 - missed : falsely);
      frames.add(new SecondLooked(
          at + ".jpg", 0, "person " + random.nextInt(200), leaks ? 1 : 0, sure ? 0.9 : 0.3));
    }
    return frames;
  }

  @Test
  void countsWhatThePassMissesAndWhatItFindsFalsely() {
    List<SecondLooked> frames = List.of(
        new SecondLooked("a", 0, "a", 2, 0.6),
        new SecondLooked("b", 0, "b", 1, 0.59),
        new SecondLooked("c", 0, "c", 0, 0.6),
        new SecondLooked("d", 0, "d", 0, 0));

    assertThat(EstimateTrials.quality(frames, 0.6)).isEqualTo(new PassQuality(2, 1, 2, 1));
    assertThat(EstimateTrials.quality(frames, 0.5)).isEqualTo(new PassQuality(2, 0, 2, 1));
  }

  @Test
  void countsFindsFromWhereTheyTellMost() {
    assertThat(EstimateTrials.threshold(frames(0.2, 0.02)))
        .as("all frames have faint finds, most that leak have sure ones")
        .isGreaterThan(0.3)
        .isLessThanOrEqualTo(0.9);
  }

  @Test
  void theIntervalHoldsTheTruthAsOftenAsItSays() {
    for (double leftIn : new double[] {0.1, 1}) {
      EstimateTrials.Outcome outcome = EstimateTrials.of(frames(0.3, 0.03)).run(0.3, leftIn);
      assertThat(outcome.coverage().high()).isGreaterThanOrEqualTo(0.95);
      assertThat(outcome.truth()).isCloseTo(0.1 * leftIn, within(0.02));
      assertThat(outcome.medianWidth()).isLessThan(0.35);
    }
  }

  @Test
  void whatWasFoundIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
    List<SecondLooked> frames = frames(0.2, 0.1);
    SecondLooked.write(frames, folder.resolve(SecondPass.FRAMES));

    assertThat(SecondLooked.read(folder.resolve(SecondPass.FRAMES))).isEqualTo(frames);
  }

  @Test
  void saysWhatEachTrialCameToAndNothingWhereNothingLeaks() {
    assertThat(EstimateTrials.of(frames(0.3, 0.03)).told())
        .contains("/%d".formatted(EstimateTrials.SEEDS));
    assertThat(EstimateTrials.of(List.of(new SecondLooked("a", 0, "a", 0, 0.5))).told())
        .contains("Too few frames leak");
  }
}
