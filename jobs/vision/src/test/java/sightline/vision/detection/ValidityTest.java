package sightline.vision.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
