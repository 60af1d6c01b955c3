package sightline.vision.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {
  @Test
  void takesTheMeanOfAllLooksAtAsItIs() {
    assertThat(SecondLook.combined(0.9, List.of(0.6, 0.3), List.of())).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void letsAKnobFallThatOnlyTheFirstLookTookForAFace() {
    assertThat(SecondLook.combined(0.9, List.of(0.0, 0.2), List.of(0.1, 0.0))).isLessThan(0.4);
  }

  @Test
  void believesTheBrightenedLooksWhereTheOthersSawNothing() {
    assertThat(SecondLook.combined(0.3, List.of(0.0, 0.0), List.of(0.8, 0.9)))
        .isCloseTo(0.85, within(1e-9));
  }

  @Test
  void doesNotLetBrighteningTakeAFaceAway() {
    assertThat(SecondLook.combined(0.9, List.of(0.9, 0.9), List.of(0.0, 0.0)))
        .isCloseTo(0.9, within(1e-9));
  }
}
