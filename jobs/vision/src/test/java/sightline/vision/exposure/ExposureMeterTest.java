package sightline.vision.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.vision.Drawing;
import sightline.vision.decode.Picture;

class ExposureMeterTest {
  private static Exposure measured(Mat drawing) {
    try (Picture picture = Drawing.picture(drawing)) {
      return new ExposureMeter().measure(picture);
    }
  }

  private static Exposure exposure(
      double brightness, double shadows, double highlights, double contrast) {
    return new Exposure(
        Measure.of(brightness), Measure.of(shadows), Measure.of(highlights), Measure.of(contrast));
  }

  @Test
  void readsTheEndsOfTheScale() {
    assertThat(measured(Drawing.plain(40, 30, 0))).isEqualTo(exposure(0, 1, 0, 0));
    assertThat(measured(Drawing.plain(40, 30, 255))).isEqualTo(exposure(1, 0, 1, 0));
  }

  @Test
  void countsWhatIsNearlyBlackAndNearlyWhite() {
    assertThat(measured(Drawing.plain(40, 30, 8)).shadows()).isEqualTo(Measure.of(1));
    assertThat(measured(Drawing.plain(40, 30, 9)).shadows()).isEqualTo(Measure.of(0));
    assertThat(measured(Drawing.plain(40, 30, 250)).highlights()).isEqualTo(Measure.of(1));
    assertThat(measured(Drawing.plain(40, 30, 249)).highlights()).isEqualTo(Measure.of(0));
  }

  @Test
  void takesContrastBetweenTheFifthAndTheNinetyFifthPercentile() {
    Mat halves = Drawing.plain(40, 30, 51);
    try (Rect right = new Rect(20, 0, 20, 30);
        Scalar bright = new Scalar(204, 204, 204, 0);
        Mat half = new Mat(halves, right)) {
      half.setTo(new Mat(bright));
    }
    assertThat(measured(halves)).isEqualTo(exposure(0.5, 0, 0, 0.6));
  }
}
