package sightline.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.frame.Box;

class DetectionTest {
  private static final Box BOX = new Box(1, 2, 3, 4);

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.1, 1.1})
  void whatIsNoConfidenceIsNoneAtAllAndNotZero(double confidence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Detection(BOX, confidence))
        .withMessageContaining("0..1");
  }

  @Test
  void confidencesAreRoundedToTheHundredth() {
    assertThat(new Detection(BOX, 0.7449).confidence()).isEqualTo(0.74);
    assertThat(new Detection(BOX, 1.0000001).confidence()).isEqualTo(1);
  }
}
