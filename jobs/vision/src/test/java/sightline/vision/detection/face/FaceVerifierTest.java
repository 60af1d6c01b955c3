package sightline.vision.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
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
  private static final FaceVerifier.Opinions EQUAL = new FaceVerifier.Opinions(1, 1, 0, 0.9);

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
  void whatTheLooksAreSureOfNoNetTakesAway() {
    assertThat(EQUAL.together(0.9, 0.05)).isEqualTo(0.9);
    assertThat(EQUAL.together(0.9, 0.95)).isGreaterThan(0.9);
    assertThat(EQUAL.together(0.89, 0.05)).isLessThan(0.5);
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
  void seesFacesInAPhotographAndLessInTheirShuffledPieces() throws Exception {
    Path photo = Assets.media("photos/faces_dlib/2007_007763.jpg");
    Path models = Assets.modelsWithFaces(Files.createDirectory(temporary.resolve("alone")));
    try (FaceVerifier verifier = verifier();
        Detector looks = opened(models);
        Picture picture = decoded(photo)) {
      List<Box> faces = looks.detect(picture).stream()
          .filter(face -> face.confidence() >= 0.9)
          .map(Detection::box)
          .toList();
      assertThat(faces).hasSizeGreaterThan(2);
      double whole = 0;
      double inPieces = 0;
      for (Box face : faces) {
        whole += verifier.likelihood(picture.bgr(), face) / faces.size();
        try (Mat pieces = shuffled(picture.bgr(), face)) {
          inPieces += verifier.likelihood(pieces, face) / faces.size();
        }
      }
      assertThat(whole).isGreaterThan(0.8);
      assertThat(inPieces).isLessThan(whole - 0.2);
    }
  }

  /** The picture with the sixteen pieces of a box in another order. */
  private static Mat shuffled(Mat picture, Box box) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, 16).boxed().toList());
    Collections.shuffle(order, new Random(7));
    int width = (int) (box.width() / 4);
    int height = (int) (box.height() / 4);
    Mat pieces = picture.clone();
    for (int piece = 0; piece < order.size(); piece++) {
      try (Mat from = picture.apply(tile(box, order.get(piece), width, height));
          Mat to = pieces.apply(tile(box, piece, width, height))) {
        from.copyTo(to);
      }
    }
    return pieces;
  }

  private static Rect tile(Box box, int piece, int width, int height) {
    return new Rect(
        (int) box.left() + piece % 4 * width, (int) box.top() + piece / 4 * height, width, height);
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
