package sightline.vision.detection.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
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

class YoloxObjectsTest {
  private static final String STREET = "photos/pennfudan/FudanPed00001.jpg";

  @TempDir
  Path temporary;

  private static Detector opened(Path models) {
    return new Detectors(ModelStore.under(models)).objects();
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
  void findsTheLabelledPeople() throws Exception {
    Path photos = Assets.media("photos/pennfudan");
    int labelled = 0;
    int found = 0;
    try (Detector detector = opened(Assets.modelsWithObjects(temporary))) {
      assertThat(detector.looked()).isEqualTo(Looked.WITH_MODEL);
      assertThat(detector.version()).isEqualTo("object/yolox-nano-1");
      for (String line : Files.readAllLines(photos.resolve("annotations.jsonl"))) {
        JsonNode photo = new ObjectMapper().readTree(line);
        try (Picture picture =
            decoded(photos.resolve(photo.path("file").asText()), Rotation.NONE)) {
          List<Detection> people = people(detector.detect(picture));
          for (JsonNode label : photo.path("boxes")) {
            labelled++;
            found +=
                people.stream().anyMatch(person -> person.box().overlap(box(label)) >= 0.5) ? 1 : 0;
          }
        }
      }
    }
    assertThat(found).isGreaterThanOrEqualTo((int) (0.95 * labelled));
  }

  @Test
  void givesBoxesInTheStoredRasterOfAPictureThatLiesOnItsSide() throws Exception {
    Path photo = Assets.media(STREET);
    try (Detector detector = opened(Assets.modelsWithObjects(temporary));
        Picture upright = decoded(photo, Rotation.NONE);
        Mat lying = turnedLeft(upright);
        Picture turned = Picture.of(lying, Rotation.CLOCKWISE_90)) {
      List<Detection> seen = detector.detect(upright);
      List<Detection> again = detector.detect(turned);
      assertThat(again).hasSameSizeAs(seen).isNotEmpty();
      Box stood = seen.get(0).box();
      Box stored = again.get(0).box();
      assertThat(stored.left()).isEqualTo(stood.top());
      assertThat(stored.width()).isEqualTo(stood.height());
      assertThat(stored.bottom()).isCloseTo(upright.width() - stood.left(), within(0.01f));
    }
  }

  @Test
  void namesOnlyWhatIsMetAtHome() throws Exception {
    Path photo = Assets.media(STREET);
    try (Detector detector = opened(Assets.modelsWithObjects(temporary));
        Picture picture = decoded(photo, Rotation.NONE)) {
      assertThat(detector.detect(picture))
          .isNotEmpty()
          .allSatisfy(
              seen -> assertThat(CocoClass.kindOf(String.valueOf(seen.label()))).isPresent())
          .allSatisfy(seen -> assertThat(seen.confidence()).isBetween(0.1, 1.0));
    }
  }

  private static List<Detection> people(List<Detection> seen) {
    return seen.stream().filter(one -> "person".equals(one.label())).toList();
  }

  private static Mat turnedLeft(Picture upright) {
    Mat turned = new Mat();
    opencv_core.rotate(upright.bgr(), turned, opencv_core.ROTATE_90_COUNTERCLOCKWISE);
    return turned;
  }

  private static Picture decoded(Path photo, Rotation upright) throws IOException, Undecodable {
    byte[] image = Files.readAllBytes(photo);
    var header = (ImageHeader.Accepted) ImageHeader.read(image, ImageLimits.defaults());
    return Picture.decode(image, header, upright);
  }

  private static Box box(JsonNode label) {
    return new Box(
        (float) label.path("x").asDouble(),
        (float) label.path("y").asDouble(),
        (float) label.path("w").asDouble(),
        (float) label.path("h").asDouble());
  }
}
