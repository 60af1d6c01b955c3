package sightline.vision.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.framing.CameraView;
import sightline.domain.framing.Profiles;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.vision.Drawing;
import sightline.vision.decode.Picture;

class CameraViewMeterTest {
  private static CameraView measured(Mat drawing) {
    try (Picture picture = Drawing.picture(drawing)) {
      return new CameraViewMeter().measure(picture);
    }
  }

  /** A wall of dark lines one way and the other. */
  private static Mat shelves() {
    Mat wall = Drawing.plain(640, 360, 200);
    try (PointerScope scope = new PointerScope()) {
      for (int i = -4; i < 14; i++) {
        Scalar dark = new Scalar(60, 60, 60, 0);
        opencv_imgproc.line(
            wall,
            new Point(-200, i * 50),
            new Point(900, i * 50),
            dark,
            6,
            opencv_imgproc.LINE_AA,
            0);
        opencv_imgproc.line(
            wall,
            new Point(i * 90, -200),
            new Point(i * 90, 600),
            dark,
            6,
            opencv_imgproc.LINE_AA,
            0);
      }
    }
    return wall;
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, -17, -5, 0, 5, 17, 30})
  void readsHowFarShelvesAreTurnedClockwise(double degrees) {
    try (Mat wall = shelves()) {
      Measure tilt = measured(RealFrames.turned(wall, degrees)).tiltDegrees();
      assertThat(tilt.orThrow()).isCloseTo(degrees, within(1.0));
    }
  }

  @Test
  void doesNotJudgeInTheDarkBeforeABareWallOrInAThumbnail() {
    assertThat(measured(Drawing.plain(640, 360, 10)).tiltDegrees())
        .isEqualTo(Measure.unassessed(Unassessed.TOO_DARK));
    assertThat(measured(Drawing.plain(640, 360, 200)).tiltDegrees())
        .isEqualTo(Measure.unassessed(Unassessed.NOTHING_TO_MEASURE));
    assertThat(measured(Drawing.room(60, 40, 1)).tiltDegrees())
        .isEqualTo(Measure.unassessed(Unassessed.TOO_SMALL));
  }

  @Test
  void doesNotJudgeByNoiseAlone() {
    for (int seed = 0; seed < 20; seed++) {
      try (Mat wall = Drawing.plain(640, 360, 128)) {
        assertThat(measured(Drawing.noisy(wall, 25, seed)).tiltDegrees())
            .as("seed %s", seed)
            .isEqualTo(Measure.unassessed(Unassessed.NOTHING_TO_MEASURE));
      }
    }
  }

  @Test
  void takesProfilesOfTheWholePictureWhateverItsSize() {
    Mat halves = Drawing.plain(300, 500, 50);
    try (Rect right = new Rect(150, 0, 150, 500);
        Scalar bright = new Scalar(200, 200, 200, 0);
        Mat half = new Mat(halves, right);
        Mat level = new Mat(bright)) {
      half.setTo(level);
    }
    Profiles profiles = measured(halves).profiles();
    assertThat(profiles).isNotNull();
    assertThat(profiles.columns()[5] & 0xFF).isEqualTo(50);
    assertThat(profiles.columns()[60] & 0xFF).isEqualTo(200);
    assertThat(profiles.rows()[20] & 0xFF).isEqualTo(125);
    // the light half lies right, so no left neighbour is brighter
    assertThat(profiles.fingerprint()).isZero();
  }

  @Test
  void aMirroredPictureTurnsTheFingerprintOver() {
    try (Mat ramp = Drawing.plain(180, 80, 0)) {
      for (int x = 0; x < 180; x++) {
        try (Rect strip = new Rect(x, 0, 1, 80);
            Scalar level = new Scalar(220 - x, 220 - x, 220 - x, 0);
            Mat column = new Mat(ramp, strip);
            Mat value = new Mat(level)) {
          column.setTo(value);
        }
      }
      Profiles profiles = measured(ramp.clone()).profiles();
      assertThat(profiles).isNotNull();
      assertThat(profiles.fingerprint()).isEqualTo(-1L);
    }
  }
}
