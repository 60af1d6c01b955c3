package sightline.vision.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;
import sightline.vision.Assets;
import sightline.vision.Drawing;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;
import sightline.vision.decode.Undecodable;
import sightline.vision.decode.UnreadableVideo;
import sightline.vision.decode.VideoReader;
import sightline.vision.detection.Detector;
import sightline.vision.eyes.Detectors;
import sightline.vision.models.ModelStore;

class FaceDetectorsTest {
  private static final double POLICY_THRESHOLD = 0.74;

  @TempDir
  Path temporary;

  private static Detector opened(Path models) {
    return new Detectors(ModelStore.under(models)).faces();
  }

  @Test
  void standsInWhereNoWeightsAre() {
    try (Detector detector = opened(temporary);
        Picture wall = Drawing.picture(Drawing.plain(320, 240, 200))) {
      assertThat(detector.looked()).isEqualTo(Looked.WITH_STAND_IN);
      assertThat(detector.version()).isEqualTo("none");
      assertThat(detector.detect(wall)).isEmpty();
    }
  }

  @Test
  void findsTheLabelledFacesWithTheModel() throws Exception {
    Path photos = Assets.media("photos/faces_dlib");
    try (Detector detector = opened(Assets.modelsWithFaces(temporary))) {
      assertThat(detector.looked()).isEqualTo(Looked.WITH_MODEL);
      assertThat(detector.version()).isEqualTo("face/yunet-n-2");
      assertThat(found(detector, photos, POLICY_THRESHOLD)).isEqualTo(18);
    }
  }

  @Test
  void isSureOfEveryLabelledFaceAtHome() throws Exception {
    Path photos = Assets.media("photos/home_people");
    try (Detector detector = opened(Assets.modelsWithFaces(temporary))) {
      assertThat(found(detector, photos, POLICY_THRESHOLD)).isEqualTo(27);
    }
  }

  @Test
  void isSureOfThemWithTheSecondOpinionToo() throws Exception {
    try (Detector detector = opened(Assets.modelsWithVerifiedFaces(temporary))) {
      assertThat(found(detector, Assets.media("photos/faces_dlib"), POLICY_THRESHOLD))
          .isEqualTo(18);
      assertThat(found(detector, Assets.media("photos/home_people"), POLICY_THRESHOLD))
          .isEqualTo(27);
    }
  }

  @Test
  void staysQuietWhereOnlyTheWorkersHandsAre() throws Exception {
    staysQuiet(Assets.modelsWithFaces(temporary));
  }

  @Test
  void staysQuietWithTheSecondOpinionToo() throws Exception {
    staysQuiet(Assets.modelsWithVerifiedFaces(temporary));
  }

  private static void staysQuiet(Path models) throws Exception {
    try (Detector detector = opened(models)) {
      for (Path clip : Assets.clips(Assets.media("videos/ego_home"))) {
        for (byte[] image : firstFrames(clip, 60, 3)) {
          try (Picture picture = decoded(image, Rotation.NONE)) {
            assertThat(detector.detect(picture))
                .as(clip.getFileName().toString())
                .noneMatch(face -> face.confidence() >= POLICY_THRESHOLD);
          }
        }
      }
    }
  }

  @Test
  void seesAFaceThatTheFramesEdgeCutsInALyingPicture() throws Exception {
    Path photo = Assets.media("photos/home_people/call_0413d5c5-f5ba-476f-a921-ea5e967692a9.jpg");
    try (Detector detector = opened(Assets.modelsWithFaces(temporary));
        Picture whole = decoded(photo, Rotation.NONE);
        Mat cut = new Mat(whole.bgr(), new Rect(270, 0, whole.width() - 270, whole.height()));
        Mat lying = new Mat()) {
      // the face lies at 257..326: its first fifth is outside
      opencv_core.rotate(cut, lying, opencv_core.ROTATE_90_CLOCKWISE);
      try (Picture picture = Picture.of(lying, Rotation.CLOCKWISE_270)) {
        Box seen = detector.detect(picture).get(0).box();
        // turned clockwise, what was at the left edge is at the top one
        assertThat(seen.top()).isLessThan(15);
        assertThat(seen.left() + seen.width() / 2).isCloseTo(whole.height() - 133, within(15f));
      }
    }
  }

  @Test
  void findsMostOfThemWithTheStandIn() throws Exception {
    Path photos = Assets.media("photos/faces_dlib");
    try (Detector detector = opened(temporary)) {
      assertThat(found(detector, photos, 0)).isBetween(14, 18);
    }
  }

  @Test
  void seesTheSameFacesInAPictureThatLiesOnItsSide() throws Exception {
    Path photo = Assets.media("photos/faces_dlib/2007_007763.jpg");
    try (Detector detector = opened(Assets.modelsWithFaces(temporary));
        Picture upright = decoded(photo, Rotation.NONE);
        Mat lying = turnedLeft(upright);
        Picture turned = Picture.of(lying, Rotation.CLOCKWISE_90)) {
      List<Detection> faces = detector.detect(upright);
      List<Detection> again = detector.detect(turned);
      assertThat(again).hasSameSizeAs(faces);
      Box seen = faces.get(0).box();
      Box stored = again.get(0).box();
      assertThat(stored.left()).isEqualTo(seen.top());
      assertThat(stored.width()).isEqualTo(seen.height());
    }
  }

  @Test
  void sharesOneModelAmongManyDetectors() throws Exception {
    Path photo = Assets.media("photos/faces_dlib/2007_007763.jpg");
    Path models = Assets.modelsWithFaces(temporary);
    try (Detector second = opened(models);
        Picture picture = decoded(photo, Rotation.NONE)) {
      List<Detection> before;
      try (Detector first = opened(models)) {
        before = first.detect(picture);
      }
      assertThat(second.detect(picture)).isEqualTo(before).isNotEmpty();
    }
  }

  private static Mat turnedLeft(Picture upright) {
    Mat turned = new Mat();
    opencv_core.rotate(upright.bgr(), turned, opencv_core.ROTATE_90_COUNTERCLOCKWISE);
    return turned;
  }

  private static Picture decoded(Path photo, Rotation upright) throws IOException, Undecodable {
    return decoded(Files.readAllBytes(photo), upright);
  }

  private static Picture decoded(byte[] image, Rotation upright) throws Undecodable {
    var header = (ImageHeader.Accepted) ImageHeader.read(image, ImageLimits.defaults());
    return Picture.decode(image, header, upright);
  }

  /** Every {@code step}th of a clip's first frames, each coded as JPEG. */
  private static List<byte[]> firstFrames(Path clip, int step, int count) throws UnreadableVideo {
    List<byte[]> frames = new ArrayList<>();
    try (VideoReader video = VideoReader.open(clip)) {
      for (int i = 0; frames.size() < count && video.hasNext(); i++) {
        byte[] image = video.next().jpeg();
        if (i % step == 0) {
          frames.add(image);
        }
      }
    }
    return frames;
  }

  /** How many labelled faces of a folder have a detection of this confidence that overlaps them by 0.3 or more. */
  private static int found(Detector detector, Path photos, double confidence)
      throws IOException, Undecodable {
    int found = 0;
    for (String line : Files.readAllLines(photos.resolve("annotations.jsonl"))) {
      JsonNode photo = new ObjectMapper().readTree(line);
      try (Picture picture = decoded(photos.resolve(photo.path("file").asText()), Rotation.NONE)) {
        List<Detection> faces = detector.detect(picture).stream()
            .filter(face -> face.confidence() >= confidence)
            .toList();
        found += (int) labelled(photo).stream()
            .filter(label -> faces.stream().anyMatch(face -> face.box().overlap(label) >= 0.3))
            .count();
      }
    }
    return found;
  }

  private static List<Box> labelled(JsonNode photo) {
    List<Box> boxes = new ArrayList<>();
    for (JsonNode box : photo.path("boxes")) {
      boxes.add(new Box(
          (float) box.path("x").asDouble(),
          (float) box.path("y").asDouble(),
          (float) box.path("w").asDouble(),
          (float) box.path("h").asDouble()));
    }
    return boxes;
  }
}
