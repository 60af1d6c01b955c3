package sightline.vision.detection.text;

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
import sightline.domain.restricted.BlockKind;
import sightline.domain.restricted.BlockRules;
import sightline.domain.restricted.TextBlock;
import sightline.domain.restricted.TextBlocks;
import sightline.vision.Assets;
import sightline.vision.Drawing;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;
import sightline.vision.decode.Undecodable;
import sightline.vision.detection.Detector;
import sightline.vision.eyes.Detectors;
import sightline.vision.models.ModelStore;

class DbTextTest {
  private static final String RECEIPT = "sroie_000.jpg";
  private static final String FAINT_RECEIPT = "sroie_325.jpg";

  @TempDir
  Path temporary;

  @Test
  void findsTheLinesOfAReceipt() throws Exception {
    try (Detector detector = text();
        Picture receipt = decoded(RECEIPT)) {
      List<Detection> lines = detector.detect(receipt);
      List<Box> labelled = labelled(RECEIPT);
      assertThat(labelled).hasSize(44);
      assertThat(labelled.stream().filter(label -> covered(label, lines) >= 0.8).count())
          .isGreaterThanOrEqualTo(42);
      assertThat(lines)
          .isSortedAccordingTo(
              (one, other) -> Double.compare(other.confidence(), one.confidence()));
      assertThat(detector.looked()).isEqualTo(Looked.WITH_MODEL);
      assertThat(detector.version()).isEqualTo("text/ppocrv3-det-1");
    }
  }

  @Test
  void hidesAReceiptAsOneDocument() throws Exception {
    try (Detector detector = text();
        Picture receipt = decoded(RECEIPT)) {
      List<TextBlock> blocks =
          TextBlocks.of(detector.detect(receipt), List.of(), BlockRules.defaults());
      assertThat(blocks).first().satisfies(block -> {
        assertThat(block.kind()).isEqualTo(BlockKind.DOCUMENT);
        assertThat(block.lines()).isGreaterThan(10);
      });
      assertThat(labelled(RECEIPT))
          .allSatisfy(label -> assertThat(blocks)
              .anyMatch(block -> block.box().intersection(label) >= 0.8 * label.area()));
    }
  }

  @Test
  void givesBoxesOfATurnedPictureInTheStoredRaster() throws Exception {
    try (Detector detector = text();
        Picture upright = decoded(RECEIPT);
        Mat lying = turnedLeft(upright);
        Picture turned = Picture.of(lying, Rotation.CLOCKWISE_90)) {
      List<Detection> lines = detector.detect(upright);
      List<Detection> again = detector.detect(turned);
      assertThat(again).hasSameSizeAs(lines);
      Box seen = lines.get(0).box();
      Box stored = again.get(0).box();
      assertThat(stored.left()).isEqualTo(seen.top());
      assertThat(stored.width()).isEqualTo(seen.height());
    }
  }

  @Test
  void findsTheLinesWhereThereIsHardlyAnyLight() throws Exception {
    try (Detector detector = text();
        Picture bright = decoded(FAINT_RECEIPT);
        Mat dark = Drawing.darkened(bright.bgr(), 0.07);
        Picture receipt = Picture.of(dark, Rotation.NONE)) {
      List<Detection> lines = detector.detect(receipt);
      List<Box> labelled = labelled(FAINT_RECEIPT);
      assertThat(labelled).hasSize(35);
      // 3 where the picture is not brightened first
      assertThat(labelled.stream().filter(label -> covered(label, lines) >= 0.8).count())
          .isGreaterThanOrEqualTo(32);
    }
  }

  @Test
  void findsNothingOnAPlainWall() throws Exception {
    try (Detector detector = text();
        Picture wall = Drawing.picture(Drawing.plain(1280, 720, 180))) {
      assertThat(detector.detect(wall)).isEmpty();
    }
  }

  private Detector text() {
    return new Detectors(ModelStore.under(Assets.modelsWithText(temporary))).text();
  }

  private static double covered(Box label, List<Detection> lines) {
    // labels are single lines or words: the best box counts, as no union is needed to cover one
    return lines.stream()
            .mapToDouble(line -> line.box().intersection(label))
            .max()
            .orElse(0)
        / label.area();
  }

  private static Mat turnedLeft(Picture upright) {
    Mat turned = new Mat();
    opencv_core.rotate(upright.bgr(), turned, opencv_core.ROTATE_90_COUNTERCLOCKWISE);
    return turned;
  }

  private static Path documents() {
    return Assets.media("photos/documents");
  }

  private static Picture decoded(String file) throws IOException, Undecodable {
    byte[] image = Files.readAllBytes(documents().resolve(file));
    var header = (ImageHeader.Accepted) ImageHeader.read(image, ImageLimits.defaults());
    return Picture.decode(image, header, Rotation.NONE);
  }

  private static List<Box> labelled(String file) throws IOException {
    List<Box> boxes = new ArrayList<>();
    for (String line : Files.readAllLines(documents().resolve("annotations.jsonl"))) {
      JsonNode photo = new ObjectMapper().readTree(line);
      if (photo.path("file").asText().equals(file)) {
        for (JsonNode box : photo.path("boxes")) {
          boxes.add(new Box(
              (float) box.path("x").asDouble(),
              (float) box.path("y").asDouble(),
              (float) box.path("w").asDouble(),
              (float) box.path("h").asDouble()));
        }
      }
    }
    return boxes;
  }
}
