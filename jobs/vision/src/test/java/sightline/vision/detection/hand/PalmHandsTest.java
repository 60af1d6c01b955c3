package sightline.vision.detection.hand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
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
import sightline.vision.detection.Detector;
import sightline.vision.eyes.Detectors;
import sightline.vision.models.ModelStore;

class PalmHandsTest {
  private static final double A_HAND = 0.5;

  @TempDir
  Path temporary;

  private static Detector opened(Path models) {
    return new Detectors(ModelStore.under(models)).hands();
  }

  @Test
  void saysThatNobodyLooksWhereNoWeightsAre() {
    try (Detector detector = opened(temporary);
        Picture wall = Drawing.picture(Drawing.plain(320, 240, 200))) {
      assertThat(detector.looked()).isEqualTo(Looked.NOT_AT_ALL);
      assertThat(detector.detect(wall)).isEmpty();
    }
  }

  @Test
  void findsTheLabelledHands() throws Exception {
    Path photos = Assets.media("photos/onehand10k");
    try (Detector detector = opened(Assets.modelsWithHands(temporary))) {
      assertThat(detector.looked()).isEqualTo(Looked.WITH_MODEL);
      assertThat(detector.version()).isEqualTo("hand/palm-192-1");
      for (String line : Files.readAllLines(photos.resolve("annotations.jsonl"))) {
        JsonNode photo = new ObjectMapper().readTree(line);
        try (Picture picture = decoded(photos.resolve(photo.path("file").asText()))) {
          assertThat(detector.detect(picture))
              .as(photo.path("file").asText())
              .anyMatch(hand ->
                  hand.confidence() >= A_HAND && hand.box().overlap(labelled(photo)) >= 0.4);
        }
      }
    }
  }

  @Test
  void findsAHandInMostPhotographsOfPeopleShowingOne() throws Exception {
    Path photos = Assets.media("photos/home_people");
    List<String> without = new ArrayList<>();
    try (Detector detector = opened(Assets.modelsWithHands(temporary))) {
      for (Path photo : Assets.pictures(photos)) {
        try (Picture picture = decoded(photo)) {
          if (hands(detector, picture).isEmpty()) {
            without.add(photo.getFileName().toString());
          }
        }
      }
    }
    assertThat(without).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void findsNoHandOnAPlainWall() throws Exception {
    try (Detector detector = opened(Assets.modelsWithHands(temporary));
        Picture wall = Drawing.picture(Drawing.plain(640, 360, 128))) {
      assertThat(hands(detector, wall)).isEmpty();
    }
  }

  @Test
  void findsASmallHandAtEitherEndOfAWidePicture() throws Exception {
    Path photo = Assets.media("photos/onehand10k/784.jpg");
    try (Detector detector = opened(Assets.modelsWithHands(temporary));
        Picture whole = decoded(photo)) {
      for (int left : new int[] {40, 1000}) {
        try (Mat wide = Drawing.plain(1280, 360, 128)) {
          try (Mat small = resized(whole.bgr(), 135, 240);
              Mat at = wide.apply(new Rect(left, 60, 135, 240))) {
            small.copyTo(at);
          }
          try (Picture picture = Picture.of(wide, Rotation.NONE)) {
            assertThat(hands(detector, picture))
                .anyMatch(
                    hand -> Math.abs(hand.box().left() + hand.box().width() / 2 - left - 60) < 40);
          }
        }
      }
    }
  }

  @Test
  void seesTheSameHandsInAPictureThatLiesOnItsSide() throws Exception {
    Path photo = Assets.media("photos/onehand10k/784.jpg");
    try (Detector detector = opened(Assets.modelsWithHands(temporary));
        Picture upright = decoded(photo);
        Mat lying = new Mat()) {
      opencv_core.rotate(upright.bgr(), lying, opencv_core.ROTATE_90_COUNTERCLOCKWISE);
      try (Picture turned = Picture.of(lying, Rotation.CLOCKWISE_90)) {
        List<Detection> hands = detector.detect(upright);
        List<Detection> again = detector.detect(turned);
        assertThat(again).hasSameSizeAs(hands).isNotEmpty();
        assertThat(again.get(0).box().left()).isEqualTo(hands.get(0).box().top());
        assertThat(again.get(0).confidence()).isEqualTo(hands.get(0).confidence());
      }
    }
  }

  private static Mat resized(Mat picture, int width, int height) {
    Mat small = new Mat();
    opencv_imgproc.resize(picture, small, new Size(width, height));
    return small;
  }

  private static List<Detection> hands(Detector detector, Picture picture) {
    return detector.detect(picture).stream()
        .filter(hand -> hand.confidence() >= A_HAND)
        .toList();
  }

  private static Picture decoded(Path photo) throws IOException, Undecodable {
    byte[] image = Files.readAllBytes(photo);
    var header = (ImageHeader.Accepted) ImageHeader.read(image, ImageLimits.defaults());
    return Picture.decode(image, header, Rotation.NONE);
  }

  private static Box labelled(JsonNode photo) {
    JsonNode box = photo.path("boxes").get(0);
    return new Box(
        (float) box.path("x").asDouble(),
        (float) box.path("y").asDouble(),
        (float) box.path("w").asDouble(),
        (float) box.path("h").asDouble());
  }
}
