package sightline.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightline.domain.assessment.Assessment;
import sightline.domain.assessment.Decoding;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Unassessed;
import sightline.vision.decode.CodedImages;
import sightline.vision.decode.Encoder;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageHeader.Accepted;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;
import sightline.vision.detection.DetectionFailed;
import sightline.vision.detection.Detector;
import sightline.vision.detection.NoDetector;
import sightline.vision.eyes.Eyes;
import sightline.vision.models.ModelCorrupt;
import sightline.vision.occlusion.LensOcclusionMeter;

class FrameAssessorTest {
  @TempDir
  Path models;

  private static Accepted header(byte[] image) {
    return (Accepted) ImageHeader.read(image, ImageLimits.defaults());
  }

  private static byte[] room() {
    try (Mat room = Drawing.room(320, 180, 5)) {
      return Encoder.jpeg(room, 90);
    }
  }

  @Test
  void measuresEverythingWithTheStandInWhereNoModelIs() {
    byte[] image = room();
    try (FrameAssessor assessor = FrameAssessor.open(new ModelSettings(models))) {
      Assessment seen = assessor.assess(image, 0, Rotation.NONE, header(image));
      assertThat(seen.decoding()).isEqualTo(Decoding.DECODED);
      assertThat(seen.models()).isEqualTo("none");
      assertThat(seen.reading(DetectorKind.FACE).looked()).isEqualTo(Looked.WITH_STAND_IN);
      assertThat(seen.exposure().brightness().assessed()).isTrue();
      assertThat(seen.sharpness().acutance().assessed()).isTrue();
      assertThat(seen.lens().share().assessed()).isTrue();
      assertThat(assessor.assess(image, 0, Rotation.NONE, header(image))).isEqualTo(seen);
    }
  }

  @Test
  void namesTheModelThatLooked() {
    byte[] image = room();
    Path weights = Assets.modelsWithFaces(models);
    try (FrameAssessor assessor = FrameAssessor.open(new ModelSettings(weights))) {
      Assessment seen = assessor.assess(image, 0, Rotation.NONE, header(image));
      assertThat(assessor.models()).isEqualTo("face/yunet-n-2");
      assertThat(seen.models()).isEqualTo("face/yunet-n-2");
      assertThat(seen.reading(DetectorKind.FACE))
          .isEqualTo(new DetectorReading(DetectorKind.FACE, Looked.WITH_MODEL, List.of()));
    }
  }

  @Test
  void refusesToStartWithOtherWeightsThanDescribed() throws IOException {
    Path folder = Files.createDirectories(models.resolve("face/yunet-n-2"));
    Files.copy(Assets.described("face/yunet-n-2"), folder.resolve("model.json"));
    Files.write(folder.resolve("model.onnx"), new byte[322906]);
    assertThatThrownBy(() -> FrameAssessor.open(new ModelSettings(models)))
        .isInstanceOf(ModelCorrupt.class);
  }

  @Test
  void believesTheSenderBeforeTheImagesOwnOrientation() {
    byte[] image = CodedImages.oriented(room(), 6);
    try (FrameAssessor assessor =
        new FrameAssessor(new LensOcclusionMeter(), Eyes.only(new NoDetector()))) {
      assertThat(assessor.assess(image, 0, Rotation.NONE, header(image)).upright())
          .isEqualTo(Rotation.CLOCKWISE_90);
      assertThat(assessor.assess(image, 0, Rotation.HALF_TURN, header(image)).upright())
          .isEqualTo(Rotation.HALF_TURN);
    }
  }

  @Test
  void makesAValueOfAnUndecodableImage() {
    byte[] image = CodedImages.png(64, 48);
    Arrays.fill(image, 45, 60, (byte) 0x55);
    Accepted header = new Accepted(640, 480, Rotation.NONE);
    try (FrameAssessor assessor =
        new FrameAssessor(new LensOcclusionMeter(), Eyes.only(new NoDetector()))) {
      assertThat(assessor.assess(image, 0, Rotation.NONE, header))
          .isEqualTo(Assessment.undecodable(Rotation.NONE, "none"));
    }
  }

  @ParameterizedTest
  @CsvSource({"16,16", "16,4000", "4000,16", "17,31"})
  void copesWithEveryShapeThatTheHeaderChecksLetThrough(int width, int height) {
    byte[] image = CodedImages.jpeg(width, height);
    Path weights = Assets.modelsWithFaces(models.resolve("some"));
    for (Path root : List.of(models, weights)) {
      try (FrameAssessor assessor = FrameAssessor.open(new ModelSettings(root))) {
        Assessment seen = assessor.assess(image, 0, Rotation.CLOCKWISE_90, header(image));
        assertThat(seen.decoding()).isEqualTo(Decoding.DECODED);
        assertThat(seen.reading(DetectorKind.FACE).looked()).isNotEqualTo(Looked.FAILED);
        assertThat(seen.sharpness().acutance().unassessed())
            .isNotEqualTo(Unassessed.DETECTOR_FAILED);
        assertThat(seen.lens().share().unassessed()).isNotEqualTo(Unassessed.DETECTOR_FAILED);
      }
    }
  }

  @Test
  void keepsMeasuringWhenTheDetectorFails() {
    byte[] image = room();
    try (FrameAssessor assessor =
        new FrameAssessor(new LensOcclusionMeter(), Eyes.only(new Failing()))) {
      Assessment seen = assessor.assess(image, 0, Rotation.NONE, header(image));
      assertThat(seen.reading(DetectorKind.FACE))
          .isEqualTo(DetectorReading.failed(DetectorKind.FACE));
      assertThat(seen.exposure().brightness().assessed()).isTrue();
    }
  }

  private static final class Failing implements Detector {
    @Override
    public List<Detection> detect(Picture picture) {
      throw new DetectionFailed("broken on purpose");
    }

    @Override
    public Looked looked() {
      return Looked.WITH_MODEL;
    }

    @Override
    public String version() {
      return "face/broken-1";
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
