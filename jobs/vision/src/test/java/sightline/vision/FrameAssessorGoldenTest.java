package sightline.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.Assessment;
import sightline.domain.frame.Rotation;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Sharpness;
import sightline.vision.decode.Encoder;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageHeader.Accepted;
import sightline.vision.decode.ImageLimits;
import sightline.vision.detection.NoDetector;
import sightline.vision.eyes.Eyes;
import sightline.vision.occlusion.LensOcclusionMeter;

/** One drawn frame and what it measures. Whoever changes a measure changes these numbers knowingly. */
class FrameAssessorGoldenTest {
  private static Assessment golden() {
    try (Mat room = Drawing.room(640, 360, 20261121);
        Mat covered = Drawing.covered(room, 1, 0, 0.4, 140);
        FrameAssessor assessor =
            new FrameAssessor(new LensOcclusionMeter(), Eyes.only(new NoDetector()))) {
      byte[] image = Encoder.jpeg(covered, 95);
      Accepted header = (Accepted) ImageHeader.read(image, ImageLimits.defaults());
      return assessor.assess(image, 0, Rotation.NONE, header);
    }
  }

  private static double rounded(Measure measure) {
    return Math.round(measure.orThrow() * 1000) / 1000.0;
  }

  @Test
  void exposureStandsStill() {
    Exposure exposure = golden().exposure();
    assertThat(List.of(
            rounded(exposure.brightness()),
            rounded(exposure.shadows()),
            rounded(exposure.highlights()),
            rounded(exposure.contrast())))
        .containsExactly(0.516, 0.0, 0.0, 0.698);
  }

  @Test
  void sharpnessStandsStill() {
    Sharpness sharpness = golden().sharpness();
    assertThat(List.of(rounded(sharpness.acutance()), rounded(sharpness.blurredTiles())))
        .containsExactly(3.381, 0.0);
  }

  @Test
  void noiseStandsStill() {
    assertThat(golden().noise().orThrow()).isEqualTo(0);
  }

  @Test
  void lensOcclusionStandsStill() {
    Assessment golden = golden();
    assertThat(rounded(golden.lens().share())).isEqualTo(0.203);
    assertThat(golden.lens().edge()).isEqualTo(Edge.RIGHT);
  }
}
