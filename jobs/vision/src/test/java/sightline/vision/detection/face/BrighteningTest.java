package sightline.vision.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.junit.jupiter.api.Test;
import sightline.vision.Drawing;

class BrighteningTest {
  private static final Brightening TO_HALF = new Brightening(0.5, 6);

  @Test
  void bringsADimPictureToTheTarget() {
    try (PointerScope scope = new PointerScope()) {
      assertThat(opencv_core.mean(TO_HALF.of(Drawing.plain(32, 32, 40))).get(0))
          .isCloseTo(127.5, within(1.0));
    }
  }

  @Test
  void neverMultipliesByMoreThanItsLimit() {
    assertThat(TO_HALF.gain(0)).isEqualTo(6);
    assertThat(TO_HALF.gain(0.01)).isEqualTo(6);
  }

  @Test
  void isWorthwhileInTheDarkOnly() {
    assertThat(TO_HALF.worthwhile(0.2)).isTrue();
    assertThat(TO_HALF.worthwhile(0.49)).isFalse();
    assertThat(TO_HALF.worthwhile(0.8)).isFalse();
  }
}
