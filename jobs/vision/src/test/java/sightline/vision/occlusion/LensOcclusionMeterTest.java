package sightline.vision.occlusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Rotation;
import sightline.domain.quality.Edge;
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

class LensOcclusionMeterTest {
  private static Occlusion measured(Mat drawing) {
    try (Picture picture = Drawing.picture(drawing)) {
      return new LensOcclusionMeter().measure(picture);
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
              alarms += measured(frame).share().orThrow() > 0.15 ? 1 : 0;
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
      return new LensOcclusionMeter().measure(picture);
    }
  }
}
