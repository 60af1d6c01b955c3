package sightline.vision.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

class FaceDetectorsTest {
  @TempDir
  Path temporary;

  @Test
  void standsInWhereNoWeightsAre() {
    try (Detector detector = Faces.under(temporary);
        Picture wall = Drawing.picture(Drawing.plain(320, 240, 200))) {
      assertThat(detector.looked()).isEqualTo(Looked.WITH_STAND_IN);
      assertThat(detector.version()).isEqualTo("none");
      assertThat(detector.detect(wall)).isEmpty();
    }
  }

  @Test
  void findsTheLabelledFacesWithTheModel() throws Exception {
    Path photos = Assets.media("photos/faces_dlib");
    try (Detector detector = Faces.under(Assets.modelsWithFaces(temporary))) {
      assertThat(detector.looked()).isEqualTo(Looked.WITH_MODEL);
      assertThat(detector.version()).isEqualTo("face/yunet-n-1");
      assertThat(found(detector, photos)).isEqualTo(18);
    }
  }

  @Test
  void findsMostOfThemWithTheStandIn() throws Exception {
    Path photos = Assets.media("photos/faces_dlib");
    try (Detector detector = Faces.under(temporary)) {
      assertThat(found(detector, photos)).isBetween(14, 18);
    }
  }

  @Test
  void seesTheSameFacesInAPictureThatLiesOnItsSide() throws Exception {
    Path photo = Assets.media("photos/faces_dlib/2007_007763.jpg");
    try (Detector detector = Faces.under(Assets.modelsWithFaces(temporary));
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
    try (Detector second = Faces.under(models);
        Picture picture = decoded(photo, Rotation.NONE)) {
      List<Detection> before;
      try (Detector first = Faces.under(models)) {
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
    byte[] image = Files.readAllBytes(photo);
    var header = (ImageHeader.Accepted) ImageHeader.read(image, ImageLimits.defaults());
    return Picture.decode(image, header, upright);
  }

  /** How many labelled faces of a folder have a detection that overlaps them by 0.3 or more. */
  private static int found(Detector detector, Path photos) throws IOException, Undecodable {
    int found = 0;
    for (String line : Files.readAllLines(photos.resolve("annotations.jsonl"))) {
      JsonNode photo = new ObjectMapper().readTree(line);
      try (Picture picture = decoded(photos.resolve(photo.path("file").asText()), Rotation.NONE)) {
        List<Detection> faces = detector.detect(picture);
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
