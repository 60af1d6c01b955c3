package sightline.vision.detection.hand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.vision.detection.hand.PalmInput.Part;
import sightline.vision.detection.hand.PalmSighting.Sight;

class PalmTest {
  private static final float UNSEEN = 0.03f;

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
  void gathersWhatTheLooksSaidOfOnePalmAndKeepsTheOneBeside() {
    Palm better = at(100, 0.9f);
    Palm again = at(104, 0.8f);
    Palm beside = at(118, 0.7f);
    List<PalmSighting> palms = PalmSighting.gathered(
        List.of(
            new Sight(beside, Part.WHOLE),
            new Sight(again, Part.WHOLE),
            new Sight(better, Part.SQUARE)),
        0.3,
        UNSEEN);
    assertThat(palms)
        .containsExactly(
            new PalmSighting(better, 0.8f, 0.9f), new PalmSighting(beside, 0.7f, UNSEEN));
  }

  @Test
  void believesMoreInAPalmThatIsFoundAgain() {
    PalmBelief belief = new PalmBelief(0, 0.5, 0.5, 0.5, 0.5, 0.5, UNSEEN);
    PalmSighting sighting = new PalmSighting(at(100, 0.5f), 0.5f, 0.5f);
    assertThat(belief.of(sighting, 0.5f, 0.5f)).isEqualTo(0.5);
    assertThat(belief.of(sighting, 0.9f, 0.8f)).isGreaterThan(0.8);
    assertThat(belief.of(sighting, UNSEEN, 0.5f)).isLessThan(0.2);
  }

  @Test
  void findsAPalmAgainOnlyWhereItWasAndAsLargeAsItWas() {
    PalmCloseUp closeUp = new PalmCloseUp(new float[0], 110, 110, 20);
    assertThat(closeUp.foundAgain(List.of(at(104, 0.7f)), UNSEEN)).isEqualTo(0.7f);
    assertThat(closeUp.foundAgain(List.of(at(120, 0.7f)), UNSEEN)).isEqualTo(UNSEEN);
    Palm huge = new Palm(new Box(80, 80, 60, 60), 110, 140, 110, 80, 0.9f);
    assertThat(closeUp.foundAgain(List.of(huge), UNSEEN)).isEqualTo(UNSEEN);
  }
}
