package sightline.vision.detection.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sightline.domain.privacy.DetectorKind;

class CocoClassTest {
  @Test
  void standsInTheOrderOfTheModel() {
    assertThat(CocoClass.values()).hasSize(80);
    assertThat(CocoClass.at(0)).isEqualTo(CocoClass.PERSON);
    assertThat(CocoClass.at(39)).isEqualTo(CocoClass.BOTTLE);
    assertThat(CocoClass.at(62)).isEqualTo(CocoClass.TV);
    assertThat(CocoClass.at(63)).isEqualTo(CocoClass.LAPTOP);
    assertThat(CocoClass.at(66)).isEqualTo(CocoClass.KEYBOARD);
    assertThat(CocoClass.at(67)).isEqualTo(CocoClass.CELL_PHONE);
    assertThat(CocoClass.at(73)).isEqualTo(CocoClass.BOOK);
    assertThat(CocoClass.at(79)).isEqualTo(CocoClass.TOOTHBRUSH);
  }

  @Test
  void saysWhatALabelMeansInAHome() {
    assertThat(CocoClass.kindOf("person")).contains(DetectorKind.PERSON);
    assertThat(CocoClass.kindOf("cell phone")).contains(DetectorKind.SCREEN);
    assertThat(CocoClass.kindOf("book")).contains(DetectorKind.THING);
    assertThat(CocoClass.kindOf("airplane")).isEmpty();
    assertThat(CocoClass.kindOf("unheard of")).isEmpty();
  }
}
