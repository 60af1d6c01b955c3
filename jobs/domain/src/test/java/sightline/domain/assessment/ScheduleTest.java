package sightline.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import sightline.domain.privacy.DetectorKind;

class ScheduleTest {
  private static final Schedule SCHEDULE = new Schedule(5, 3, 15);

  @Test
  void facesAreLookedForInEveryFrame() {
    for (int index = 0; index < 40; index++) {
      assertThat(SCHEDULE.due(DetectorKind.FACE, index)).isTrue();
    }
  }

  @Test
  void everythingIsLookedForInTheFirstFrame() {
    for (DetectorKind kind : DetectorKind.values()) {
      assertThat(SCHEDULE.due(kind, 0)).as(kind.name()).isTrue();
    }
  }

  @Test
  void theOthersWaitForTheirTurn() {
    assertThat(SCHEDULE.due(DetectorKind.PERSON, 4)).isFalse();
    assertThat(SCHEDULE.due(DetectorKind.PERSON, 5)).isTrue();
    assertThat(SCHEDULE.due(DetectorKind.HAND, 5)).isFalse();
    assertThat(SCHEDULE.due(DetectorKind.HAND, 6)).isTrue();
    assertThat(SCHEDULE.due(DetectorKind.TEXT, 14)).isFalse();
    assertThat(SCHEDULE.due(DetectorKind.TEXT, 30)).isTrue();
  }

  @Test
  void aDetectorThatNeverLooksIsNoSchedule() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(0, 1, 1));
  }
}
