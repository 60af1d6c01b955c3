package sightline.vision.occlusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Rotation;
import sightline.domain.quality.Edge;
import sightline.domain.quality.GridMask;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Unassessed;
import sightline.vision.Assets;
import sightline.vision.Drawing;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;
import sightline.vision.decode.VideoFrame;
import sightline.vision.decode.VideoReader;
import sightline.vision.models.ModelStore;

/** The meter with the project's own net, whose weights are part of the repository. */
class LensOcclusionMeterTest {
  private static final LensOcclusionMeter METER = LensOcclusionMeter.open(
      ModelStore.under(Assets.described("occlusion/lens-1").resolve("../../..").normalize()));

  @AfterAll
  static void close() {
    METER.close();
  }

  private static Occlusion measured(Mat drawing) {
    try (Picture picture = Drawing.picture(drawing)) {
      return METER.measure(picture);
    }
  }

  private static Occlusion covered(double x, double y, double radius) {
    try (Mat room = Drawing.room(640, 360, 3)) {
      return measured(Drawing.covered(room, x, y, radius, 120));
    }
  }

  @Test
  void seesACoverFromEverySide() {
    Occlusion left = covered(0, 0.5, 0.35);
    assertThat(left.share().orThrow()).isBetween(0.1, 0.45);
    assertThat(left.edge()).isEqualTo(Edge.LEFT);
    assertThat(covered(1, 0.5, 0.35).edge()).isEqualTo(Edge.RIGHT);
    assertThat(covered(0.5, 0, 0.35).edge()).isEqualTo(Edge.TOP);
    assertThat(covered(0.5, 1, 0.35).edge()).isEqualTo(Edge.BOTTOM);
  }

  @Test
  void seesNothingInAClearRoomHoweverItWasFilmed() {
    try (Mat room = Drawing.room(640, 360, 3)) {
      assertThat(measured(room.clone())).extracting(Occlusion::share).isEqualTo(Measure.of(0));
      assertThat(measured(Drawing.noisy(room, 12, 4)))
          .extracting(Occlusion::share)
          .isEqualTo(Measure.of(0));
      assertThat(measured(Drawing.blurred(room, 6)))
          .extracting(Occlusion::share)
          .isEqualTo(Measure.of(0));
      assertThat(measured(Drawing.smeared(room, 25)))
          .extracting(Occlusion::share)
          .isEqualTo(Measure.of(0));
      assertThat(measured(Drawing.darkened(room, 0.4)))
          .extracting(Occlusion::share)
          .isEqualTo(Measure.of(0));
    }
  }

  @Test
  void doesNotJudgeInTheDarkOrBeforeABareWall() {
    try (Mat room = Drawing.room(640, 360, 3)) {
      assertThat(measured(Drawing.darkened(room, 0.08)))
          .isEqualTo(Occlusion.unassessed(Unassessed.TOO_DARK));
    }
    assertThat(measured(Drawing.plain(640, 360, 200)))
        .isEqualTo(Occlusion.unassessed(Unassessed.NOTHING_TO_MEASURE));
  }

  /** The stored raster lies on its side; the mask is of the picture as a person sees it. */
  @Test
  void saysWhereInTheUprightPicture() {
    try (Mat room = Drawing.room(640, 360, 3);
        Mat upright = Drawing.covered(room, 0, 0.5, 0.35, 120);
        Mat stored = new Mat()) {
      opencv_core.rotate(upright, stored, opencv_core.ROTATE_90_COUNTERCLOCKWISE);
      try (Picture straight = Picture.of(upright, Rotation.NONE);
          Picture turned = Picture.of(stored, Rotation.CLOCKWISE_90)) {
        assertThat(METER.measure(turned)).isEqualTo(METER.measure(straight));
        assertThat(METER.measure(turned).edge()).isEqualTo(Edge.LEFT);
      }
    }
  }

  /** One drawn frame and its mask. Whoever changes the net changes it knowingly. */
  @Test
  void standsStill() {
    GridMask mask = covered(1, 0, 0.4).mask();
    assertThat(mask).isNotNull();
    assertThat(mask.cells())
        .isEqualTo(".........#######..........######"
            + "..........######...........#####"
            + "............####............####"
            + "...............#"
            + ".".repeat(32));
    assertThat(METER.version()).isEqualTo("occlusion/lens-1");
  }

  @Test
  void hardlyEverCriesWolfAtHome() throws Exception {
    int frames = 0;
    int alarms = 0;
    try (Stream<Path> clips = Files.list(Assets.media("videos/ego_home"))) {
      List<Path> some = clips
          .filter(clip -> clip.toString().endsWith(".mp4"))
          .sorted()
          .limit(4)
          .toList();
      for (Path clip : some) {
        try (VideoReader video = VideoReader.open(clip)) {
          while (video.hasNext()) {
            VideoFrame frame = video.next();
            if (frame.index() % 25 == 0) {
              frames++;
              alarms += measured(frame).share().orThrow() > 0 ? 1 : 0;
            }
          }
        }
      }
    }
    assertThat(frames).isEqualTo(48);
    assertThat(alarms).isLessThanOrEqualTo(1);
  }

  private static Occlusion measured(VideoFrame frame) throws Exception {
    var header = (ImageHeader.Accepted) ImageHeader.read(frame.jpeg(), ImageLimits.defaults());
    try (Picture picture = Picture.decode(frame.jpeg(), header, Rotation.NONE)) {
      return METER.measure(picture);
    }
  }
}
