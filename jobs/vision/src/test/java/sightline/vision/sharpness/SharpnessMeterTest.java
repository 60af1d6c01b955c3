package sightline.vision.sharpness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;
import sightline.vision.Assets;
import sightline.vision.Drawing;
import sightline.vision.decode.Picture;

class SharpnessMeterTest {
  private static Sharpness measured(Mat drawing) {
    try (Picture picture = Drawing.picture(drawing)) {
      return new SharpnessMeter().measure(picture);
    }
  }

  private static Sharpness ofRoom(UnaryOperator<Mat> change) {
    try (Mat room = Drawing.room(640, 360, 3)) {
      return measured(change.apply(room));
    }
  }

  private static double acutance(UnaryOperator<Mat> change) {
    return ofRoom(change).acutance().orThrow();
  }

  @Test
  void fallsWithEveryStepOfBlur() {
    double[] steps = {0.5, 1, 2, 3, 4, 6};
    double last = acutance(Mat::clone);
    for (double sigma : steps) {
      double blurred = acutance(room -> Drawing.blurred(room, sigma));
      assertThat(blurred).as("sigma %s", sigma).isLessThan(last);
      last = blurred;
    }
  }

  @Test
  void isNotFooledByEdgesAlongTheMotion() {
    double sharp = acutance(Mat::clone);
    assertThat(acutance(room -> Drawing.smeared(room, 9))).isLessThan(0.75 * sharp);
    assertThat(acutance(room -> Drawing.smeared(room, 25))).isLessThan(0.5 * sharp);
  }

  @Test
  void hardlyCaresForContrastAndNoise() {
    double sharp = acutance(Mat::clone);
    double blurred = acutance(room -> Drawing.blurred(room, 2));
    assertThat(acutance(room -> Drawing.darkened(room, 0.4))).isGreaterThan(0.7 * sharp);
    double noisyBlur = acutance(room -> {
      try (Mat soft = Drawing.blurred(room, 2)) {
        return Drawing.noisy(soft, 6, 1);
      }
    });
    assertThat(noisyBlur).isLessThan((sharp + blurred) / 2);
  }

  @Test
  void countsBlurredTiles() {
    assertThat(ofRoom(Mat::clone).blurredTiles().orThrow()).isLessThan(0.25);
    assertThat(ofRoom(room -> Drawing.blurred(room, 4)).blurredTiles().orThrow())
        .isGreaterThan(0.9);
  }

  @Test
  void doesNotJudgeWhatShowsNothing() {
    assertThat(measured(Drawing.plain(640, 360, 180)))
        .isEqualTo(Sharpness.unassessed(Unassessed.NOTHING_TO_MEASURE));
    assertThat(ofRoom(room -> Drawing.darkened(room, 0.05)))
        .isEqualTo(Sharpness.unassessed(Unassessed.TOO_DARK));
  }

  @Test
  void fallsWithBlurOnPhotographs() {
    int steps = 0;
    int fallen = 0;
    for (Path file : Assets.pictures(Assets.media("photos/bsds500")).subList(0, 12)) {
      Function<Double, Double> at = sigma -> {
        try (Mat photo = opencv_imgcodecs.imread(file.toString())) {
          return measured(sigma == 0 ? photo.clone() : Drawing.blurred(photo, sigma))
              .acutance()
              .orThrow();
        }
      };
      for (double[] step : new double[][] {{0, 1}, {1, 2}, {2, 4}}) {
        steps++;
        fallen += at.apply(step[1]) < at.apply(step[0]) ? 1 : 0;
      }
    }
    assertThat(fallen).isEqualTo(steps);
  }
}
