package sightline.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;

class CarryBetweenLooksTest {
  private static final CarryBetweenLooks CARRY = new CarryBetweenLooks(500, 600, 3, 1000, 1.0);

  private static Look somebody(long at, float left) {
    return new Look(at, List.of(new Detection(new Box(left, 100, 50, 200), 0.5, "person")));
  }

  private static Look nobody(long at) {
    return new Look(at, List.of());
  }

  @Test
  void leavesAFramesOwnLookAsItIs() {
    Carried carried = CARRY.to(200, List.of(nobody(100), somebody(200, 10), nobody(300)));
    assertThat(carried.detections()).isEqualTo(somebody(200, 10).found());
    assertThat(carried.ageMillis()).hasValue(0);
  }

  @Test
  void hidesWhoWasSeenBeforeOrIsSeenAfterwards() {
    assertThat(CARRY.to(150, List.of(somebody(100, 10), nobody(200))).detections())
        .hasSize(1);
    assertThat(CARRY.to(150, List.of(nobody(100), somebody(200, 10))).detections())
        .hasSize(1);
    assertThat(CARRY.to(150, List.of(somebody(100, 10), somebody(200, 30))).detections())
        .hasSize(2);
  }

  @Test
  void growsBoxesWithTheirAge() {
    Carried carried = CARRY.to(200, List.of(somebody(100, 10), nobody(400)));
    assertThat(carried.detections().get(0).box()).isEqualTo(new Box(5, 90, 60, 220));
    assertThat(carried.ageMillis()).hasValue(200);
  }

  @Test
  void saysThatNobodyKnowsWhatComesAfterTheLastLook() {
    assertThat(CARRY.to(300, List.of(nobody(100), nobody(200))).ageMillis()).isEmpty();
    assertThat(CARRY.to(300, List.of(nobody(400))).ageMillis()).isEmpty();
    assertThat(CARRY.to(300, List.of()).ageMillis()).isEmpty();
  }

  @Test
  void holdsWhoWasThereForAWhileAfterTheDetectorLostThem() {
    List<Look> looks = new ArrayList<>();
    for (int at = 0; at <= 500; at += 100) {
      looks.add(somebody(at, at / 10f));
    }
    for (int at = 600; at <= 1500; at += 100) {
      looks.add(nobody(at));
    }
    assertThat(CARRY.to(1100, looks).detections()).isNotEmpty();
    assertThat(CARRY.to(1200, looks).detections()).isEmpty();
  }

  @Test
  void holdsNothingThatOneLookAloneFound() {
    List<Look> looks = List.of(nobody(0), nobody(100), somebody(200, 10), nobody(300), nobody(400));
    assertThat(CARRY.to(250, looks).detections()).hasSize(1);
    assertThat(CARRY.to(300, looks).detections()).isEmpty();
  }

  @Test
  void takesLooksInAnyOrder() {
    List<Look> mixed = List.of(nobody(300), somebody(100, 10), nobody(0));
    List<Look> sorted = List.of(nobody(0), somebody(100, 10), nobody(300));
    assertThat(CARRY.to(200, mixed)).isEqualTo(CARRY.to(200, sorted));
  }

  @Test
  void bridgesLooksThatMissedSomebodyWhoWasThereBeforeAndAfterwards() {
    List<Look> looks =
        List.of(somebody(0, 10), nobody(200), nobody(400), somebody(600, 30), nobody(1600));
    assertThat(CARRY.to(200, looks).detections()).hasSize(2);
    assertThat(CARRY.to(300, looks).detections()).hasSize(2);
    assertThat(CARRY.to(1100, looks).detections()).hasSize(1);
    List<Look> tooFar = List.of(somebody(0, 10), nobody(500), somebody(1200, 30));
    assertThat(CARRY.to(500, tooFar).detections()).isEmpty();
  }
}
