package sightline.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.review.ReviewCurve.Point;

class ReviewCurveTest {
  private static final ReviewCurve CURVE = new ReviewCurve(List.of(
      new Point(0.1, 400, 3000, 0, 2000),
      new Point(0.2, 145, 3000, 1, 2000),
      new Point(0.3, 120, 3000, 4, 2000),
      new Point(0.5, 10, 3000, 30, 2000),
      new Point(1.01, 0, 3000, 60, 2000)));

  @Test
  void aBudgetGetsTheLowestCutWhoseUpperBoundKeepsWithinIt() {
    // 145 of 3,000 are 4.8%, but may be 5.7%
    assertThat(CURVE.cutFor(0.05)).hasValue(0.3);
    assertThat(CURVE.cutFor(0.06)).hasValue(0.2);
    assertThat(CURVE.cutFor(1)).hasValue(0.1);
  }

  @Test
  void withoutABudgetNoCutIsSurelyFewEnough() {
    assertThat(CURVE.cutFor(0)).isEmpty();
    assertThat(CURVE.cutFor(0.002)).hasValue(1.01);
  }

  @Test
  void fewFramesCannotKeepASmallBudget() {
    ReviewCurve few = new ReviewCurve(List.of(new Point(1.01, 0, 20, 0, 5)));

    assertThat(few.cutFor(0.05)).isEmpty();
  }

  @Test
  void boundsAreWilsons() {
    Point point = new Point(0.5, 10, 100, 1, 100);

    assertThat(point.reviewAtMost()).isCloseTo(0.1744, within(0.0001));
    assertThat(point.leakAtLeast()).isCloseTo(0.0018, within(0.0001));
    assertThat(point.leakAtMost()).isCloseTo(0.0545, within(0.0001));
  }

  @Test
  void aCurveThatRunsBackwardsIsRefused() {
    Point low = new Point(0.1, 10, 100, 5, 50);
    assertThatThrownBy(() -> new ReviewCurve(List.of(low, new Point(0.2, 11, 100, 5, 50))))
        .hasMessageContaining("fewer frames are reviewed");
    assertThatThrownBy(() -> new ReviewCurve(List.of(low, new Point(0.2, 10, 100, 4, 50))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReviewCurve(List.of(low, new Point(0.1, 10, 100, 5, 50))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReviewCurve(List.of(low, new Point(0.2, 10, 101, 5, 50))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReviewCurve(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Point(0.1, 3, 2, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CURVE.cutFor(5)).isInstanceOf(IllegalArgumentException.class);
  }
}
