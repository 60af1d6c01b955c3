package sightline.domain.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxTest {
  @Test
  void aBoxOfASmallerPictureIsLargerInThePictureItCameFrom() {
    assertThat(new Box(10, 20, 30, 40).unscaled(0.5)).isEqualTo(new Box(20, 40, 60, 80));
  }

  @Test
  void aBoxOfALargerPictureIsSmallerInThePictureItCameFrom() {
    assertThat(new Box(10, 20, 30, 40).unscaled(2)).isEqualTo(new Box(5, 10, 15, 20));
  }

  @Test
  void whatReachesPastTheEdgeStillDoes() {
    assertThat(new Box(-10, -4, 30, 40).unscaled(0.25)).isEqualTo(new Box(-40, -16, 120, 160));
  }

  @Test
  void anUnscaledPictureKeepsItsBoxes() {
    Box box = new Box(0.1f, 0.2f, 0.3f, 0.7f);
    assertThat(box.unscaled(1)).isEqualTo(box);
  }

  /** A negative one would turn the box over, and 0 would send it out of every picture. */
  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, Double.NaN})
  void aScaleThatIsNoneIsRefused(double scale) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(1, 2, 3, 4).unscaled(scale))
        .withMessageContaining("a scale is above 0");
  }

  @Test
  void aBoxWithoutAreaOrEndIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, 0, 0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, 0, 5, Float.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(Float.NEGATIVE_INFINITY, 0, 5, 5));
    // so far out that it has no place there
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(1e38f, 0, 5, 5).unscaled(1e-9));
  }
}
