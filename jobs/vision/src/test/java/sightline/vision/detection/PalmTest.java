package sightline.vision.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;

class PalmTest {
  private static Palm at(float left, float score) {
    return new Palm(new Box(left, 100, 20, 20), left + 10, 120, left + 10, 100, score);
  }

  @Test
  void growsThePalmTowardsTheFingers() {
    assertThat(at(100, 0.9f).hand(2, 0.5)).isEqualTo(new Box(90, 80, 40, 40));
  }

  @Test
  void growsAPalmWithoutADirectionAboutItsMiddle() {
    Palm palm = new Palm(new Box(100, 100, 20, 20), 110, 110, 110, 110, 0.9f);
    assertThat(palm.hand(2, 0.5)).isEqualTo(new Box(90, 90, 40, 40));
  }

  @Test
  void keepsTwoHandsThatTouchAndDropsTheSameHandSeenTwice() {
    Palm better = at(100, 0.9f);
    Palm again = at(104, 0.8f);
    Palm beside = at(118, 0.7f);
    assertThat(Palm.suppressed(List.of(beside, again, better), 0.3))
        .containsExactly(better, beside);
  }
}
