package sightline.vision.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Detection;
import sightline.vision.Assets;
import sightline.vision.Drawing;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Detector;
import sightline.vision.eyes.Detectors;
import sightline.vision.models.ModelCatalogue;
import sightline.vision.models.ModelStore;

class FaceVerifierTest {
  private static final FaceVerifier.Opinions EQUAL = new FaceVerifier.Opinions(1, 1, 0);

  @TempDir
  Path temporary;

  @Test
  void aNetThatSeesNoFaceTakesAwayWhatTheLooksBelieved() {
    assertThat(EQUAL.together(0.8, 0.05)).isLessThan(0.3);
  }

  @Test
  void aNetThatSeesAFaceLiftsWhatTheLooksDoubted() {
    assertThat(EQUAL.together(0.5, 0.95)).isGreaterThan(0.9);
  }

  @Test
  void aNetThatCannotTellLeavesItToTheLooks() {
    assertThat(EQUAL.together(0.6, 0.5)).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void noOpinionIsSoSureThatTheOtherHasNoWord() {
    assertThat(EQUAL.together(0, 1)).isCloseTo(0.5, within(1e-9));
    assertThat(EQUAL.together(1, 1)).isBetween(0.99, 1.0);
  }

  @Test
  void seesNoFaceOnAPlainWall() {
    try (FaceVerifier verifier = verifier();
        Mat wall = Drawing.plain(320, 240, 200)) {
      assertThat(verifier.likelihood(wall, new Box(100, 80, 40, 50))).isLessThan(0.5);
    }
  }

  @Test
  void hasAWordInTheConfidenceOfRealFaces() throws Exception {
    Path photo = Assets.media("photos/faces_dlib/2007_007763.jpg");
    Path alone = Assets.modelsWithFaces(Files.createDirectory(temporary.resolve("alone")));
    Path two = Assets.modelsWithVerifiedFaces(Files.createDirectory(temporary.resolve("two")));
    try (Detector looks = opened(alone);
        Detector both = opened(two);
        Picture picture = decoded(photo)) {
      assertThat(both.version()).isEqualTo("face/yunet-n-2 verification/face-1");
      List<Detection> seen = both.detect(picture);
      assertThat(seen).isNotEmpty();
      assertThat(seen).isNotEqualTo(looks.detect(picture));
    }
  }

  @Test
  void looksAloneWhereItsModelIsMissing() throws Exception {
    try (Detector looks = opened(Assets.modelsWithFaces(temporary))) {
      assertThat(looks.version()).isEqualTo("face/yunet-n-2");
    }
  }

  private static Detector opened(Path models) {
    return new Detectors(ModelStore.under(models)).faces();
  }

  private static FaceVerifier verifier() {
    Path models = Assets.described("verification/face-1").resolve("../../..").normalize();
    return new FaceVerifier(
        new ModelStore(ModelCatalogue.read(models)).verified("verification").orElseThrow());
  }

  private static Picture decoded(Path photo) throws Exception {
    byte[] image = Files.readAllBytes(photo);
    var header = (ImageHeader.Accepted) ImageHeader.read(image, ImageLimits.defaults());
    return Picture.decode(image, header, Rotation.NONE);
  }
}
