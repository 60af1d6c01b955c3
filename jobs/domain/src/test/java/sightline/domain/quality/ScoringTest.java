package sightline.domain.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
  private static final Occlusion CLEAR = Occlusion.none();
  private static final Tolerance IDENTITY = Tolerance.rising(0, 1);
  private static final Scoring SCORING = new Scoring(
      "test-1",
      List.of(
          new FactorRule(FactorName.BRIGHTNESS, 1, Control.STRUCTURAL, IDENTITY),
          new FactorRule(FactorName.SHARPNESS, 3, Control.CONTROLLABLE, IDENTITY),
          new FactorRule(
              FactorName.LENS_OCCLUSION, 1, Control.CONTROLLABLE, Tolerance.falling(0, 1))));

  private static Score score(double brightness, double sharpness, double covered) {
    return SCORING.score(
        Map.of(
            FactorName.BRIGHTNESS, Measure.of(brightness),
            FactorName.SHARPNESS, Measure.of(sharpness),
            FactorName.LENS_OCCLUSION, Measure.of(covered)),
        CLEAR,
        List.of());
  }

  @Test
  void equalUtilitiesGiveThatUtility() {
    assertThat(score(0.6, 0.6, 0.4).value().orThrow()).isCloseTo(0.6, within(1e-4));
  }

  @Test
  void aFatalFactorCannotBeAveragedAway() {
    assertThat(score(1, 1, 1).value().orThrow()).isZero();
    assertThat(score(1, 1, 0.95).value().orThrow()).isLessThan(0.2);
  }

  @Test
  void followsTheStatedFormula() {
    double geometric = Math.exp((Math.log(0.5) + 3 * Math.log(0.8) + Math.log(0.9)) / 5);
    assertThat(score(0.5, 0.8, 0.1).value().orThrow())
        .isCloseTo(Math.sqrt(geometric * 0.5), within(1e-4));
  }

  @Test
  void whatWasNotAssessedIsLeftOutAndSaid() {
    Score score = SCORING.score(Map.of(FactorName.SHARPNESS, Measure.of(0.7)), CLEAR, List.of());
    assertThat(score.value().orThrow()).isCloseTo(0.7, within(1e-4));
    assertThat(score.assessedWeight()).isCloseTo(0.6, within(1e-4));
    assertThat(score.factors())
        .filteredOn(factor -> factor.name() == FactorName.BRIGHTNESS)
        .singleElement()
        .satisfies(factor -> {
          assertThat(factor.utility().assessed()).isFalse();
          assertThat(factor.measured().unassessed()).isEqualTo(Unassessed.NOT_IN_THIS_VERSION);
        });
  }

  @Test
  void aFrameOfWhichNothingIsKnownHasNoScoreRatherThanZero() {
    Score score = SCORING.score(
        Map.of(FactorName.BRIGHTNESS, Measure.unassessed(Unassessed.UNDECODABLE)),
        CLEAR,
        List.of());
    assertThat(score.value()).isEqualTo(Measure.unassessed(Unassessed.UNDECODABLE));
    assertThat(score.assessedWeight()).isZero();
  }

  @Test
  void feedbackNamesItsEvidenceAndItsEdge() {
    Occlusion covered = new Occlusion(Measure.of(0.7), Edge.LEFT, null);
    Score score = SCORING.score(
        Map.of(FactorName.LENS_OCCLUSION, Measure.of(0.7), FactorName.BRIGHTNESS, Measure.of(0.1)),
        covered,
        List.of());
    assertThat(score.feedback())
        .containsExactlyInAnyOrder(
            new Feedback(
                FeedbackCode.LENS_COVERED,
                FactorName.LENS_OCCLUSION,
                0.7,
                Control.CONTROLLABLE,
                Edge.LEFT),
            new Feedback(
                FeedbackCode.TOO_DARK, FactorName.BRIGHTNESS, 0.1, Control.STRUCTURAL, null));
  }

  @ParameterizedTest
  @CsvSource({"0.0,0", "0.1,0", "0.2,0.5", "0.3,1", "0.5,1", "0.7,0.5", "0.9,0", "5,0"})
  void aToleranceIsATrapezoid(double value, double utility) {
    assertThat(new Tolerance(0.1, 0.3, 0.5, 0.9).utility(value)).isCloseTo(utility, within(1e-9));
  }

  @Test
  void aMeasureHasAValueOrAReasonNeverBothNorNeither() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Measure(null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Measure(1.0, Unassessed.TOO_DARK));
    assertThatIllegalArgumentException().isThrownBy(() -> Measure.of(Double.NaN));
  }
}
