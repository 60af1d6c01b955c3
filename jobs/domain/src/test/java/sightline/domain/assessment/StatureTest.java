package sightline.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.domain.framing.Area;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.Who;
import sightline.domain.privacy.Detection;

class StatureTest {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final Detection ADULT = new Detection(new Box(300, 100, 160, 500), 0.9);
  private static final Detection SMALL = new Detection(new Box(600, 310, 110, 290), 0.9);

  private static List<Mark> marks(List<Detection> persons, Detection... faces) {
    return Stature.marks(
        persons.stream()
            .map(person ->
                new PersonJudgement(person, Who.THIRD_PARTY, List.of(PersonEvidence.STANDS_FREE)))
            .toList(),
        Stream.of(faces).toList(),
        box -> Area.of(box, Rotation.NONE, WIDTH, HEIGHT));
  }

  @Test
  void anAdultsFaceIsTooSmallToMarkAnything() {
    assertThat(marks(List.of(ADULT), new Detection(new Box(350, 110, 50, 62), 0.9)))
        .isEmpty();
  }

  @Test
  void aFaceOfAFifthOfTheBodyMarks() {
    assertThat(marks(List.of(SMALL), new Detection(new Box(630, 315, 48, 58), 0.9)))
        .containsExactly(Mark.MAYBE_A_CHILD);
  }

  @Test
  void aMuchShorterBodyOnTheSameGroundMarks() {
    assertThat(marks(List.of(ADULT, SMALL))).containsExactly(Mark.MAYBE_A_CHILD);
  }

  @Test
  void whoStandsFartherAwayDoesNot() {
    Detection far = new Detection(new Box(600, 200, 90, 240), 0.9);
    assertThat(marks(List.of(ADULT, far))).isEmpty();
  }

  @Test
  void aBodyThatTheEdgeCutsSaysNothing() {
    Detection cut = new Detection(new Box(600, 430, 110, 290), 0.9);
    assertThat(marks(List.of(cut), new Detection(new Box(630, 435, 48, 58), 0.9)))
        .isEmpty();
  }

  @Test
  void whoSitsOrLiesIsWiderThanTheRuleAllows() {
    Detection sitting = new Detection(new Box(600, 310, 200, 290), 0.9);
    assertThat(marks(List.of(sitting), new Detection(new Box(660, 315, 48, 58), 0.9)))
        .isEmpty();
  }

  @Test
  void theWorkersOwnBodyIsNobodyElses() {
    assertThat(Stature.marks(
            List.of(new PersonJudgement(SMALL, Who.WORKER, List.of(PersonEvidence.HOLDS_A_HAND))),
            List.of(new Detection(new Box(630, 315, 48, 58), 0.9)),
            box -> Area.of(box, Rotation.NONE, WIDTH, HEIGHT)))
        .isEmpty();
  }
}
