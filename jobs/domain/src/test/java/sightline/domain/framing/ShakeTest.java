package sightline.domain.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

class ShakeTest {
  private static Motion moved(double right, double down) {
    return new Motion(Measure.of(right), Measure.of(down), Measure.of(0));
  }

  /** Steps of a camera whose place to the right, in widths, is a function of seconds. */
  private static List<MotionStep> steps(int count, long millis, DoubleUnaryOperator place) {
    List<MotionStep> steps = new ArrayList<>();
    for (long i = 1; i <= count; i++) {
      double from = place.applyAsDouble((i - 1) * millis / 1e3);
      double to = place.applyAsDouble(i * millis / 1e3);
      steps.add(new MotionStep(i * millis, millis, moved(to - from, 0)));
    }
    return steps;
  }

  @Test
  void aCameraThatStandsPansOrSpeedsUpEvenlyDoesNotShake() {
    for (DoubleUnaryOperator place : List.<DoubleUnaryOperator>of(
        t -> 0, t -> 0.5 * t, t -> 0.3 * t * t, t -> -0.4 * t + 0.6 * t * t)) {
      assertThat(Shake.over(steps(30, 33, place)).orThrow()).isCloseTo(0, within(1e-3));
    }
  }

  @Test
  void atTwiceTheTrembleTheShakeIsTwice() {
    double small =
        Shake.over(steps(30, 33, t -> 0.004 * Math.sin(2 * Math.PI * 6 * t))).orThrow();
    double large =
        Shake.over(steps(30, 33, t -> 0.008 * Math.sin(2 * Math.PI * 6 * t))).orThrow();
    // the mean speed of a swing is four times its reach a period
    assertThat(small).isCloseTo(4 * 0.004 * 6, within(0.015));
    assertThat(large).isCloseTo(2 * small, within(1e-3));
  }

  @Test
  void aTrembleShowsWithinAPan() {
    double still = Shake.over(steps(30, 33, t -> 0.004 * Math.sin(40 * t))).orThrow();
    double panned =
        Shake.over(steps(30, 33, t -> 0.6 * t + 0.004 * Math.sin(40 * t))).orThrow();
    assertThat(panned).isCloseTo(still, within(1e-3));
  }

  @Test
  void oneMotionReadWronglyIsNoShake() {
    List<MotionStep> steps = new ArrayList<>(steps(30, 33, t -> 0));
    steps.set(12, new MotionStep(steps.get(12).atMillis(), 33, moved(0.2, 0)));
    assertThat(Shake.over(steps).orThrow()).isLessThan(0.5);
  }

  @Test
  void isNotAssessedOverFewStepsOrFramesFarApart() {
    Measure none = Measure.unassessed(Unassessed.NO_NEIGHBOUR);
    assertThat(Shake.over(List.of())).isEqualTo(none);
    assertThat(Shake.over(steps(5, 33, t -> t))).isEqualTo(none);
    assertThat(Shake.over(steps(30, 200, t -> t))).isEqualTo(none);
  }

  @Test
  void isNotAssessedWhereMostMotionsAreNot() {
    List<MotionStep> steps = new ArrayList<>(steps(30, 33, t -> 0));
    for (int i = 0; i < 20; i++) {
      steps.set(i, new MotionStep(i * 33L, 33, Motion.unassessed(Unassessed.NOTHING_TO_MEASURE)));
    }
    assertThat(Shake.over(steps)).isEqualTo(Measure.unassessed(Unassessed.NOTHING_TO_MEASURE));
  }

  @Test
  void neverRunsAwayOnSeededWindows() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<MotionStep> steps = new ArrayList<>();
      long at = 1_700_000_000_000L;
      for (int i = random.nextInt(40); i > 0; i--) {
        long lasted = random.nextLong(1, 150);
        at += lasted;
        steps.add(new MotionStep(at, lasted, moved(random.nextGaussian(), random.nextGaussian())));
      }
      Measure shake = Shake.over(steps);
      if (shake.assessed()) {
        assertThat(shake.orThrow()).as("seed %s", seed).isGreaterThanOrEqualTo(0);
      }
    }
  }
}
