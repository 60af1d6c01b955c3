package sightline.vision.eyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;

class ValidityTest {
  private static final Detection FACE = new Detection(new Box(1, 1, 9, 9), 0.9);

  @ParameterizedTest
  @CsvSource({
    "WITH_MODEL,    0.30, 0.40, 1.00, WITH_MODEL",
    "WITH_MODEL,    0.11, 0.40, 1.00, TOO_DARK",
    "WITH_MODEL,    0.30, 0.05, 1.00, TOO_DARK",
    "WITH_MODEL,    0.30, 0.40, 0.59, TOO_BLURRED",
    "WITH_MODEL,    0.30, 0.40, ,     TOO_BLURRED",
    "WITH_STAND_IN, 0.01, 0.01, 0.10, WITH_STAND_IN"
  })
  void aLookIsWorthNothingInTheDarkOrInABlur(
      Looked looked, double brightness, double contrast, @Nullable Double acutance, Looked worth) {
    Measure none = Measure.of(0);
    Measure crisp =
        acutance == null ? Measure.unassessed(Unassessed.NOTHING_TO_MEASURE) : Measure.of(acutance);
    DetectorReading judged = Validity.of(
        new DetectorReading(DetectorKind.FACE, looked, List.of(FACE)),
        new Exposure(Measure.of(brightness), none, none, Measure.of(contrast)),
        new Sharpness(crisp, none));
    assertThat(judged.looked()).isEqualTo(worth);
    assertThat(judged.detections()).as("what was found counts all the same").containsExactly(FACE);
  }

  /** What a look in such a frame is worth nobody knows, whatever it was that kept the measure from having a value. */
  @ParameterizedTest
  @EnumSource(Unassessed.class)
  void aFrameWhoseLightOrSharpnessNobodyMeasuredWasNotSeenWell(Unassessed because) {
    Measure none = Measure.unassessed(because);
    Measure good = Measure.of(1);
    Exposure light = new Exposure(good, good, good, good);
    Sharpness crisp = new Sharpness(good, good);
    assertThat(worth(new Exposure(none, good, good, good), crisp)).isEqualTo(Looked.NOT_JUDGED);
    assertThat(worth(new Exposure(good, good, good, none), crisp)).isEqualTo(Looked.NOT_JUDGED);
    assertThat(worth(Exposure.unassessed(because), crisp)).isEqualTo(Looked.NOT_JUDGED);
    assertThat(worth(light, Sharpness.unassessed(because)))
        .isEqualTo(
            switch (because) {
              case TOO_DARK -> Looked.TOO_DARK;
              case NOTHING_TO_MEASURE -> Looked.TOO_BLURRED;
              default -> Looked.NOT_JUDGED;
            });
    assertThat(worth(Exposure.unassessed(because), Sharpness.unassessed(because)))
        .isEqualTo(Looked.NOT_JUDGED);
  }

  /** These two have no say: shadows and blurred tiles only explain. */
  @Test
  void aLookIsNotHeldAgainstMeasuresThatOnlyExplain() {
    Measure none = Measure.unassessed(Unassessed.DETECTOR_FAILED);
    Measure good = Measure.of(1);
    assertThat(worth(new Exposure(good, none, none, good), new Sharpness(good, none)))
        .isEqualTo(Looked.WITH_MODEL);
  }

  @ParameterizedTest
  @EnumSource(
      value = Looked.class,
      names = {"WITH_STAND_IN", "NOT_SCHEDULED", "NOT_AT_ALL", "FAILED"})
  void aLookThatIsWorthNothingAnywayStaysAsItIs(Looked looked) {
    DetectorReading reading = DetectorReading.without(DetectorKind.TEXT, looked);
    assertThat(Validity.of(
            reading,
            Exposure.unassessed(Unassessed.DETECTOR_FAILED),
            Sharpness.unassessed(Unassessed.DETECTOR_FAILED)))
        .isEqualTo(reading);
  }

  private static Looked worth(Exposure exposure, Sharpness sharpness) {
    DetectorReading judged = Validity.of(
        new DetectorReading(DetectorKind.FACE, Looked.WITH_MODEL, List.of(FACE)),
        exposure,
        sharpness);
    assertThat(judged.detections()).as("what was found counts all the same").containsExactly(FACE);
    return judged.looked();
  }
}
