package sightline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class DelaysTest {
  @Test
  void aPercentileIsADelayThatWasMeasured() {
    Delays delays = new Delays();
    for (int millis = 2_000; millis > 0; millis--) {
      delays.add(millis);
    }
    assertThat(delays.count()).isEqualTo(2_000);
    assertThat(delays.seconds(0.5)).isEqualTo(1.0);
    assertThat(delays.seconds(0.99)).isEqualTo(1.98);
    assertThat(delays.seconds(1)).isEqualTo(2.0);
  }

  @Test
  void nothingHasNoDelay() {
    assertThatIllegalStateException().isThrownBy(() -> new Delays().seconds(0.5));
  }
}
