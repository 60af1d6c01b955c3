package sightline.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;

class ThirdPartiesTest {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 600;
  private static final DetectorReading NO_HAND =
      new DetectorReading(DetectorKind.HAND, Looked.WITH_MODEL, List.of());
  private static final DetectorReading HANDS_NOT_LOOKED_FOR =
      DetectorReading.without(DetectorKind.HAND, Looked.NOT_SCHEDULED);

  private static final Box FOREARMS = new Box(200, 250, 500, 360);
  private static final Box STANDING = new Box(450, 100, 120, 320);

  private static Detection person(Box box, double confidence) {
    return new Detection(box, confidence, "person");
  }

  private static DetectorReading hand(Box box) {
    return new DetectorReading(
        DetectorKind.HAND, Looked.WITH_MODEL, List.of(new Detection(box, 0.9)));
  }

  private static BodiesInView scene(Detection person, DetectorReading hands) {
    return new BodiesInView(WIDTH, HEIGHT, Rotation.NONE, List.of(person), List.of(), hands);
  }

  private static PersonJudgement firstPerson(BodiesInView seen) {
    List<PersonJudgement> judged = new ThirdParties(View.FIRST_PERSON).among(seen);
    assertThat(judged).hasSize(1);
    return judged.get(0);
  }

  @Test
  void takesArmsThatComeInFromBelowForTheWorkers() {
    PersonJudgement judged =
        firstPerson(scene(person(FOREARMS, 0.8), hand(new Box(300, 260, 80, 80))));
    assertThat(judged.who()).isEqualTo(Who.WORKER);
    assertThat(judged.because())
        .containsExactly(PersonEvidence.ENTERS_FROM_THE_WEARER, PersonEvidence.HOLDS_A_HAND);
  }

  @Test
  void takesWhoeverShowsAFaceForSomebodyElseHoweverFaint() {
    BodiesInView seen = new BodiesInView(
        WIDTH,
        HEIGHT,
        Rotation.NONE,
        List.of(person(FOREARMS, 0.1)),
        List.of(new Detection(new Box(400, 270, 60, 80), 0.85)),
        NO_HAND);
    PersonJudgement judged = firstPerson(seen);
    assertThat(judged.who()).isEqualTo(Who.THIRD_PARTY);
    assertThat(judged.because()).containsExactly(PersonEvidence.SHOWS_A_FACE);
  }

  @Test
  void takesWhoeverStandsFreeOfTheLowerEdgeForSomebodyElse() {
    PersonJudgement judged = firstPerson(scene(person(STANDING, 0.5), HANDS_NOT_LOOKED_FOR));
    assertThat(judged.who()).isEqualTo(Who.THIRD_PARTY);
    assertThat(judged.because()).containsExactly(PersonEvidence.STANDS_FREE);
  }

  @Test
  void seesTheSmallPersonAtTheBackOfTheRoom() {
    PersonJudgement judged =
        firstPerson(scene(person(new Box(480, 150, 20, 50), 0.4), HANDS_NOT_LOOKED_FOR));
    assertThat(judged.because()).containsExactly(PersonEvidence.STANDS_FREE);
  }

  @Test
  void seesThePersonWhomASideOfThePictureCuts() {
    PersonJudgement judged =
        firstPerson(scene(person(new Box(850, 150, 170, 460), 0.6), HANDS_NOT_LOOKED_FOR));
    assertThat(judged.because()).containsExactly(PersonEvidence.KEEPS_TO_ONE_SIDE);
  }

  @Test
  void seesTheBackOfSomebodyCloseBy() {
    Box back = new Box(350, 60, 300, 560);
    assertThat(firstPerson(scene(person(back, 0.85), HANDS_NOT_LOOKED_FOR)).because())
        .containsExactly(PersonEvidence.UPRIGHT_SHAPE);
    assertThat(firstPerson(scene(person(back, 0.78), NO_HAND)).because())
        .containsExactly(PersonEvidence.SHOWS_NO_HAND);
  }

  @Test
  void holdsNoMissingHandAgainstAnybodyWhereNothingLookedForHands() {
    Box back = new Box(350, 60, 300, 560);
    assertThat(firstPerson(scene(person(back, 0.78), HANDS_NOT_LOOKED_FOR)).who())
        .isEqualTo(Who.WORKER);
  }

  @Test
  void takesALargeLyingShapeForTheWorkersArmAcrossThePicture() {
    PersonJudgement judged =
        firstPerson(scene(person(new Box(50, 200, 700, 300), 0.7), HANDS_NOT_LOOKED_FOR));
    assertThat(judged.who()).isEqualTo(Who.WORKER);
    assertThat(judged.because()).containsExactly(PersonEvidence.LIES_CLOSE);
  }

  @Test
  void believesNoFaintSpotThatStandsFree() {
    assertThat(new ThirdParties(View.FIRST_PERSON).among(scene(person(STANDING, 0.2), NO_HAND)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NONE,450,100,120,320",
    "CLOCKWISE_90,100,30,320,120",
    "HALF_TURN,30,80,120,320",
    "CLOCKWISE_270,80,450,320,120"
  })
  void judgesByTheUprightPicture(
      Rotation upright, float left, float top, float width, float height) {
    boolean lying = upright == Rotation.CLOCKWISE_90 || upright == Rotation.CLOCKWISE_270;
    BodiesInView seen = new BodiesInView(
        lying ? HEIGHT : WIDTH,
        lying ? WIDTH : HEIGHT,
        upright,
        List.of(person(new Box(left, top, width, height), 0.5)),
        List.of(),
        HANDS_NOT_LOOKED_FOR);
    assertThat(firstPerson(seen).because()).contains(PersonEvidence.STANDS_FREE);
  }

  @ParameterizedTest
  @EnumSource(Rotation.class)
  void findsTheLowerEdgeWhicheverWayTheRasterLies(Rotation upright) {
    boolean lying = upright == Rotation.CLOCKWISE_90 || upright == Rotation.CLOCKWISE_270;
    int width = lying ? HEIGHT : WIDTH;
    int height = lying ? WIDTH : HEIGHT;
    Box stored = upright.toStored(FOREARMS, width, height);
    BodiesInView seen = new BodiesInView(
        width, height, upright, List.of(person(stored, 0.7)), List.of(), HANDS_NOT_LOOKED_FOR);
    assertThat(firstPerson(seen).because()).containsExactly(PersonEvidence.ENTERS_FROM_THE_WEARER);
  }

  @Test
  void countsEverybodyWhereTheTaskIsFilmedFromOutside() {
    List<PersonJudgement> judged =
        new ThirdParties(View.TRIPOD).among(scene(person(FOREARMS, 0.1), NO_HAND));
    assertThat(judged).hasSize(1);
    assertThat(judged.get(0).who()).isEqualTo(Who.THIRD_PARTY);
    assertThat(judged.get(0).because()).contains(PersonEvidence.FILMED_FROM_OUTSIDE);
  }

  @Test
  void holdsDoubtAgainstReleaseWhereTheTaskDoesNotSayFromWhereItIsFilmed() {
    ThirdParties rule = new ThirdParties(View.UNSPECIFIED);
    assertThat(rule.among(scene(person(FOREARMS, 0.3), NO_HAND)).get(0).because())
        .containsExactly(PersonEvidence.NOTHING_SPEAKS_FOR_THE_WORKER);
    assertThat(rule.among(scene(person(FOREARMS, 0.3), hand(new Box(300, 260, 80, 80))))
            .get(0)
            .who())
        .isEqualTo(Who.WORKER);
  }
}
