package sightline.vision.occlusion;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Unassessed;
import sightline.vision.Drawing;
import sightline.vision.decode.Picture;

class PlainPatchCoversTest {
  private static Occlusion measured(Mat drawing) {
    try (Picture picture = Drawing.picture(drawing)) {
      return PlainPatchCovers.measure(picture);
    }
  }

  private static Occlusion covered(double x, double y, double radius, double softness) {
    try (Mat room = Drawing.room(640, 360, 3)) {
      return measured(Drawing.covered(room, x, y, radius, softness));
    }
  }

  @Test
  void seesASoftDarkPatchThatReachesInFromTheBorder() {
    Occlusion corner = covered(0, 0.5, 0.35, 120);
    assertThat(corner.share().orThrow()).isBetween(0.2, 0.45);
    assertThat(corner.edge()).isEqualTo(Edge.LEFT);
    assertThat(covered(0.5, 1, 0.3, 120).edge()).isEqualTo(Edge.BOTTOM);
  }

  @Test
  void takesADarkThingWithAnEdgeForAPieceOfTheScene() {
    assertThat(covered(0, 0.5, 0.35, 0)).isEqualTo(Occlusion.none());
  }

  @Test
  void takesADarkPatchInTheMiddleForAPieceOfTheScene() {
    assertThat(covered(0.5, 0.5, 0.15, 60).share()).isEqualTo(Measure.of(0));
  }

  @Test
  void doesNotJudgeInTheDarkOrBeforeABareWall() {
    try (Mat room = Drawing.room(640, 360, 3)) {
      assertThat(measured(Drawing.darkened(room, 0.15)))
          .isEqualTo(Occlusion.unassessed(Unassessed.TOO_DARK));
    }
    assertThat(measured(Drawing.plain(640, 360, 200)))
        .isEqualTo(Occlusion.unassessed(Unassessed.NOTHING_TO_MEASURE));
  }
}
