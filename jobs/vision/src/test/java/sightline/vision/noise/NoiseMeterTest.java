package sightline.vision.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.vision.Assets;
import sightline.vision.Drawing;
import sightline.vision.decode.Encoder;
import sightline.vision.decode.VideoReader;

class NoiseMeterTest {
  private static Measure measured(Mat drawing) {
    try (var picture = Drawing.picture(drawing)) {
      return new NoiseMeter().measure(picture);
    }
  }

  private static Measure noisy(Mat clean, double greyLevels, long seed) {
    try (clean) {
      return measured(Drawing.noisy(clean, greyLevels, seed));
    }
  }

  private static Mat decoded(byte[] image) {
    try (Mat coded = new Mat(image)) {
      return opencv_imgcodecs.imdecode(coded, opencv_imgcodecs.IMREAD_COLOR);
    }
  }

  /** Every 60th frame of each first-person clip, as the engine reads them. */
  private static List<Mat> frames() throws Exception {
    List<Mat> frames = new ArrayList<>();
    for (Path clip : Assets.clips(Assets.media("videos/ego_home"))) {
      try (VideoReader video = VideoReader.open(clip)) {
        while (video.hasNext()) {
          var frame = video.next();
          if (frame.index() == 60) {
            frames.add(decoded(frame.jpeg()));
            break;
          }
        }
      }
    }
    return frames;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 4, 8, 16})
  void findsKnownNoiseInADrawnRoomWithinASeventh(double greyLevels) {
    for (long seed = 1; seed <= 5; seed++) {
      double found = 255 * noisy(Drawing.room(640, 360, seed), greyLevels, seed).orThrow();
      assertThat(found).as("seed %s", seed).isCloseTo(greyLevels, within(greyLevels / 7 + 0.1));
    }
  }

  @Test
  void findsNoneInACleanPictureHoweverManyEdgesItHas() {
    assertThat(measured(Drawing.room(640, 360, 3)).orThrow()).isLessThan(0.001);
    assertThat(measured(Drawing.plain(640, 360, 120)).orThrow()).isZero();
  }

  @Test
  void findsKnownNoiseInRealFramesShrunkToHalf() throws Exception {
    int seed = 0;
    for (Mat frame : frames()) {
      try (frame) {
        for (double greyLevels : new double[] {5, 10, 15}) {
          // shrinking has averaged away what the frame had of its own
          Mat half = new Mat();
          opencv_imgproc.resize(
              frame,
              half,
              new Size(frame.cols() / 2, frame.rows() / 2),
              0,
              0,
              opencv_imgproc.INTER_AREA);
          Measure found = noisy(half, greyLevels, seed);
          assertThat(255 * found.orThrow())
              .as("frame and seed %s, %s grey levels", seed, greyLevels)
              .isBetween(0.8 * greyLevels, 1.05 * greyLevels + 1.5);
        }
      }
      seed++;
    }
    assertThat(seed).isEqualTo(10);
  }

  @Test
  void staysLowOnRealFramesHoweverTheyWereCompressed() throws Exception {
    int at = 0;
    for (Mat frame : frames()) {
      try (frame) {
        for (int quality : new int[] {95, 80, 60}) {
          Measure found = measured(decoded(Encoder.jpeg(frame, quality)));
          assertThat(found.orThrow()).as("frame %s, quality %s", at, quality).isLessThan(0.005);
        }
      }
      at++;
    }
  }

  @Test
  void doesNotJudgeTheDarkNorTheSmallNorWhatIsNowhereFlat() {
    assertThat(measured(Drawing.plain(640, 360, 10)))
        .isEqualTo(Measure.unassessed(Unassessed.TOO_DARK));
    assertThat(measured(Drawing.plain(60, 40, 120)))
        .isEqualTo(Measure.unassessed(Unassessed.TOO_SMALL));
    assertThat(measured(checks())).isEqualTo(Measure.unassessed(Unassessed.NOTHING_TO_MEASURE));
  }

  private static Mat checks() {
    Mat checks = Drawing.plain(640, 360, 60);
    for (int y = 0; y < 360; y += 5) {
      for (int x = (y / 5) % 2 * 5; x < 640; x += 10) {
        opencv_imgproc.rectangle(
            checks,
            new org.bytedeco.opencv.opencv_core.Rect(x, y, 5, 5),
            new org.bytedeco.opencv.opencv_core.Scalar(200, 200, 200, 0),
            opencv_imgproc.FILLED,
            opencv_imgproc.LINE_8,
            0);
      }
    }
    return checks;
  }
}
