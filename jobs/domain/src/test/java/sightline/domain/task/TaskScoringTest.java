package sightline.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightline.domain.framing.FramingSpec;
import sightline.domain.quality.Control;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.FactorRule;
import sightline.domain.quality.Scoring;
import sightline.domain.quality.Tolerance;

class TaskScoringTest {
  private static final Scoring USUAL = new Scoring(
      "household-2",
      List.of(
          new FactorRule(
              FactorName.BRIGHTNESS, 2, Control.STRUCTURAL, new Tolerance(0.03, 0.16, 0.8, 0.98)),
          new FactorRule(FactorName.RESOLUTION, 1, Control.STRUCTURAL, Tolerance.rising(60, 360))));

  private static TaskSpec spec(Map<String, Integer> floors, Map<FactorName, Tolerance> tolerances) {
    TaskSpec usual = TaskSpec.of("shoes", "3", FramingSpec.household(), Instant.EPOCH);
    return new TaskSpec(
        usual.task(),
        usual.version(),
        usual.effectiveAt(),
        usual.objective(),
        usual.completion(),
        usual.requiredBody(),
        usual.forbiddenBody(),
        usual.framing(),
        usual.objects(),
        usual.duration(),
        floors,
        tolerances,
        usual.sensors(),
        usual.sensitivity(),
        usual.retentionDays(),
        usual.bounds());
  }

  private static FactorRule resolution(Scoring scoring) {
    return scoring.rules().get(1);
  }

  @Test
  void aTaskThatSaysNothingIsScoredByTheVeryRules() {
    assertThat(spec(Map.of(), Map.of()).scoring(USUAL, "phone")).isSameAs(USUAL);
    assertThat(spec(Map.of("glasses", 200), Map.of()).scoring(USUAL, "phone")).isSameAs(USUAL);
  }

  @Test
  void itsTolerancesReplaceTheRulesOwnAndItsNameStandsInTheirs() {
    Tolerance dark = Tolerance.rising(0.01, 0.1);
    Scoring own = spec(Map.of(), Map.of(FactorName.BRIGHTNESS, dark)).scoring(USUAL, "phone");
    assertThat(own.version()).isEqualTo("household-2+shoes/3");
    assertThat(own.rules())
        .containsExactly(
            new FactorRule(FactorName.BRIGHTNESS, 2, Control.STRUCTURAL, dark), resolution(USUAL));
  }

  @ParameterizedTest
  @CsvSource({
    "phone, 480, 1",
    "phone, 479, 0.9975",
    "phone, 80, 0",
    "glasses, 240, 1",
    "glasses, 140, 0.5"
  })
  void aResolutionAtTheDevicesFloorCostsNothingAndBelowItStaysStructural(
      String device, int pixels, double utility) {
    Scoring own =
        spec(Map.of("glasses", 240, TaskSpec.ANY_DEVICE, 480), Map.of()).scoring(USUAL, device);
    assertThat(resolution(own).tolerance().utility(pixels)).isCloseTo(utility, within(1e-9));
    assertThat(resolution(own).control()).isEqualTo(Control.STRUCTURAL);
  }

  @Test
  void theFloorHoldsOverATasksOwnToleranceOfResolution() {
    Scoring own = spec(
            Map.of(TaskSpec.ANY_DEVICE, 100),
            Map.of(FactorName.RESOLUTION, Tolerance.rising(500, 1000)))
        .scoring(USUAL, "phone");
    assertThat(resolution(own).tolerance()).isEqualTo(Tolerance.rising(50, 100));
  }
}
