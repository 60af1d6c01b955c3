package sightline.domain.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sightline.domain.people.View;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;

class FramingSpecTest {
  private static final Area ALL = new Area(0, 0, 1, 1);

  @Test
  void refusesWhatNoFrameCanMeet() {
    assertThatThrownBy(() -> new FramingSpec(View.TRIPOD, 3, ALL, 0.1, 0.5, 10, 1, 5))
        .hasMessageContaining("0 to 2 hands");
    assertThatThrownBy(
            () -> new FramingSpec(View.TRIPOD, 1, new Area(0, 0, 1.1, 1), 0.1, 0.5, 10, 1, 5))
        .hasMessageContaining("within the frame");
    assertThatThrownBy(() -> new FramingSpec(View.TRIPOD, 1, ALL, 0.5, 0.1, 10, 1, 5))
        .hasMessageContaining("hand sizes rise");
    assertThatThrownBy(() -> new FramingSpec(View.TRIPOD, 1, ALL, 0.1, 0.5, 45, 1, 5))
        .hasMessageContaining("a tilt lies");
    assertThatThrownBy(() -> new FramingSpec(View.TRIPOD, 1, ALL, 0.1, 0.5, 10, 0, 5))
        .hasMessageContaining("above 0");
  }

  @Test
  void hasDefaultsForBothViews() {
    assertThat(FramingSpec.household().view()).isEqualTo(View.FIRST_PERSON);
    assertThat(FramingSpec.tripod().maxShake())
        .isLessThan(FramingSpec.household().maxShake());
  }

  @Test
  void readingsHaveNamesThatStandInRecords() {
    assertThatThrownBy(() -> new MeasureReading("tiltDegrees", Measure.of(1)))
        .hasMessageContaining("lower snake case");
  }
}
