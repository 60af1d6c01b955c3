package sightline.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;

class CarryBetweenLooksTest {
  private static final CarryBetweenLooks CARRY = new CarryBetweenLooks(500, 600, 3, 1000, 1.0);

  private static Finds somebody(long at, float left) {
    return new Finds(at, List.of(new Detection(new Box(left, 100, 50, 200), 0.5, "person")));
  }

  private static Finds nobody(long at) {
    return new Finds(at, List.of());
  }

  /** What is carried to a frame of its own time, or to one that was itself looked at. */
  private static List<Detection> carried(long at, Finds... inOrder) {
    List<Finds> looks = List.of(inOrder);
    return CARRY.to(new FindsAround(
        at,
        looks.stream().filter(look -> look.capturedAtMillis() == at).findFirst().orElse(null),
        looks.stream()
            .filter(look -> look.capturedAtMillis() < at)
            .sorted(Comparator.comparingLong(Finds::capturedAtMillis).reversed())
            .toList(),
        looks.stream().filter(look -> look.capturedAtMillis() > at).toList()));
  }

  @Test
  void leavesAFramesOwnLookAsItIs() {
    assertThat(carried(200, nobody(100), somebody(200, 10), somebody(300, 90)))
        .isEqualTo(somebody(200, 10).found());
  }

  @Test
  void hidesWhoWasSeenBeforeOrIsSeenAfterwards() {
    assertThat(carried(150, somebody(100, 10), nobody(200))).hasSize(1);
    assertThat(carried(150, nobody(100), somebody(200, 10))).hasSize(1);
    assertThat(carried(150, somebody(100, 10), somebody(200, 30))).hasSize(2);
    assertThat(carried(300, somebody(200, 10))).hasSize(1);
  }

  @Test
  void growsBoxesWithTheirAge() {
    assertThat(carried(200, somebody(100, 10), nobody(400)))
        .extracting(Detection::box)
        .containsExactly(new Box(5, 90, 60, 220));
  }

  @Test
  void ofLooksThatOneTimeIsGivenToAllCountAndThoseBesideThemToo() {
    Finds sameSecond = somebody(3_000, 10);
    Finds secondBefore = somebody(2_000, 300);
    Finds secondAfter = somebody(4_000, 500);
    FindsAround wholeSeconds = new FindsAround(
        3_000, null, List.of(nobody(3_000), sameSecond, secondBefore), List.of(secondAfter));
    assertThat(CARRY.to(wholeSeconds))
        .as("nearest by order, others of its time, and the nearest on the other side")
        .extracting(seen -> seen.box().left())
        .containsExactly(10f, 500f - 50);
    FindsAround clockStands = new FindsAround(
        0, null, List.of(nobody(0), somebody(0, 10)), List.of(nobody(0), somebody(0, 300)));
    assertThat(CARRY.to(clockStands)).hasSize(2);
  }

  @Test
  void holdsWhoWasThereForAWhileAfterTheDetectorLostThem() {
    List<Finds> looks = new ArrayList<>();
    for (int at = 0; at <= 500; at += 100) {
      looks.add(somebody(at, at / 10f));
    }
    for (int at = 600; at <= 1500; at += 100) {
      looks.add(nobody(at));
    }
    Finds[] all = looks.toArray(Finds[]::new);
    assertThat(carried(1100, all)).isNotEmpty();
    assertThat(carried(1200, all)).isEmpty();
  }

  @Test
  void holdsNothingThatOneLookAloneFound() {
    Finds[] looks = {nobody(0), nobody(100), somebody(200, 10), nobody(300), nobody(400)};
    assertThat(carried(250, looks)).hasSize(1);
    assertThat(carried(300, looks)).isEmpty();
  }

  @Test
  void bridgesLooksThatMissedSomebodyWhoWasThereBeforeAndAfterwards() {
    Finds[] looks = {somebody(0, 10), nobody(200), nobody(400), somebody(600, 30), nobody(1600)};
    assertThat(carried(200, looks)).hasSize(2);
    assertThat(carried(300, looks)).hasSize(2);
    assertThat(carried(1100, looks)).hasSize(1);
    assertThat(carried(500, somebody(0, 10), nobody(500), somebody(1200, 30))).isEmpty();
  }
}
