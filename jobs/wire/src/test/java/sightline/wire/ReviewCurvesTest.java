package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.review.ReviewCurve;
import sightline.domain.review.ReviewCurve.Point;

class ReviewCurvesTest {
  private static final ReviewCurve CURVE =
      new ReviewCurve(List.of(new Point(0.1, 40, 3000, 0, 200), new Point(1.01, 0, 3000, 6, 200)));

  private static final ReviewCurves.Measured OF = new ReviewCurves.Measured(
      List.of("default-2"),
      List.of("face-1"),
      List.of("videos/ego_home"),
      List.of("composites/walks"));

  @Test
  void whatWasWrittenIsRead() {
    assertThat(ReviewCurves.read(ReviewCurves.write(CURVE, OF))).isEqualTo(CURVE);
  }

  @Test
  void aPointIsALineWithItsSharesAndBounds() {
    assertThat(ReviewCurves.write(CURVE, OF).lines().skip(1).findFirst())
        .hasValue(
            "{\"cut\":0.1,\"reviewed\":40,\"frames\":3000,\"review\":0.013333,\"reviewAtMost\":0.018104,\"leaked\":0,\"faces\":200,\"leak\":0.0,\"leakAtLeast\":0.0,\"leakAtMost\":0.018845},");
  }

  @Test
  void aCountThatIsMissingIsNotNone() {
    String text = ReviewCurves.write(CURVE, OF).replace("\"reviewed\":40,", "");

    assertThatThrownBy(() -> ReviewCurves.read(text)).hasMessageContaining("'reviewed'");
    assertThatThrownBy(() -> ReviewCurves.read("{}")).hasMessageContaining("format");
    assertThatThrownBy(() -> ReviewCurves.read("curve")).hasMessageContaining("JSON");
  }
}
