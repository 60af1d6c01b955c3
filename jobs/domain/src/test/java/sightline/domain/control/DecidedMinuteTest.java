package sightline.domain.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import sightline.domain.control.DecidedMinute.Run;

class DecidedMinuteTest {
  @Test
  void framesOfOneSecondAndPolicyAreOneRun() {
    DecidedMinute minute = DecidedMinute.NONE
        .with(3, "p", 90)
        .with(3, "p", 91)
        .with(4, "p", 92)
        .with(4, "q", 93)
        .with(3, "p", 89);
    assertThat(minute.runs())
        .containsExactly(new Run(3, 0, 89, 91), new Run(4, 0, 92, 92), new Run(4, 1, 93, 93));
    assertThat(minute.policy(minute.runs().get(2))).isEqualTo("q");
  }

  @Test
  void whateverComesItStaysSmallAndNoFrameIsLost() {
    Random random = new Random(7);
    DecidedMinute minute = DecidedMinute.NONE;
    for (int frame = 0; frame < 20_000; frame++) {
      int second = random.nextInt(60);
      int index = random.nextInt(1_000_000);
      minute = minute.with(second, "p-" + random.nextInt(40), index);
      assertThat(minute.runs())
          .anyMatch(run -> run.second() == second && run.from() <= index && index <= run.to());
    }
    assertThat(minute.runs()).hasSizeLessThanOrEqualTo(60 * DecidedMinute.MOST_POLICIES);
    assertThat(minute.policies()).hasSize(DecidedMinute.MOST_POLICIES).contains("");
  }
}
