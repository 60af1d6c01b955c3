package sightline.domain.hands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;

class CountHandsTest {
  private static final Box LEFT = new Box(100, 150, 60, 60);
  private static final Box RIGHT = new Box(300, 150, 60, 60);
  private static final Box AT_THE_RIGHT_EDGE = new Box(430, 120, 60, 60);
  private static final Box ARM = new Box(90, 140, 90, 130);

  private static final Exposure LIGHT = light(0.4);
  private static final Sharpness CRISP = new Sharpness(Measure.of(0.8), Measure.of(0));

  private static Exposure light(double brightness) {
    Measure any = Measure.of(0.1);
    return new Exposure(Measure.of(brightness), any, any, any);
  }

  private static Detection hand(Box box, double confidence) {
    return new Detection(box, confidence);
  }

  private static DetectorReading hands(Detection... hands) {
    return new DetectorReading(DetectorKind.HAND, Looked.WITH_MODEL, List.of(hands));
  }

  private static DetectorReading people(Detection... people) {
    return new DetectorReading(DetectorKind.PERSON, Looked.WITH_MODEL, List.of(people));
  }

  private static HandLook look(long offset, DetectorReading hands, DetectorReading people) {
    return new HandLook(offset, 480, 270, hands, people);
  }

  private static HandLook look(long offset, Detection... hands) {
    return look(offset, hands(hands), people());
  }

  private static HandsSeen count(HandLook frame, HandLook... neighbours) {
    return CountHands.in(frame, List.of(neighbours), LIGHT, CRISP, Occlusion.none());
  }

  @Test
  void countsNoneOneAndTwoByTheirPalms() {
    assertThat(count(look(0)).count().value()).isEqualTo(0);
    assertThat(count(look(0, hand(LEFT, 0.95))).count().value()).isEqualTo(1);
    HandsSeen both = count(look(0, hand(LEFT, 0.95), hand(RIGHT, 0.9)));
    assertThat(both.count().value()).isEqualTo(2);
    assertThat(both.hands()).extracting(SeenHand::box).containsExactly(LEFT, RIGHT);
    assertThat(both.because()).containsExactly(HandEvidence.PALM_SEEN);
  }

  @Test
  void doesNotCountBeyondTwo() {
    Detection third = hand(new Box(200, 20, 60, 60), 0.95);
    assertThat(
            count(look(0, hand(LEFT, 0.95), hand(RIGHT, 0.95), third)).count().value())
        .isEqualTo(2);
  }

  @Test
  void takesTwoDoubtfulPlacesForOneHandRatherThanForNone() {
    Detection[] doubtful = {hand(LEFT, 0.45), hand(RIGHT, 0.45)};
    HandsSeen seen = CountHands.in(
        look(
            0, hands(doubtful), DetectorReading.without(DetectorKind.PERSON, Looked.NOT_SCHEDULED)),
        List.of(),
        LIGHT,
        CRISP,
        Occlusion.none());
    assertThat(seen.count().value()).isEqualTo(1);
    assertThat(seen.probability().orThrow()).isLessThan(0.5);
  }

  @Test
  void letsThePersonItLiesOnDecideADoubtfulPalm() {
    Detection doubtful = hand(LEFT, 0.4);
    assertThat(count(look(0, doubtful)).count().value()).isEqualTo(0);
    HandsSeen onAnArm = count(look(0, hands(doubtful), people(hand(ARM, 0.8))));
    assertThat(onAnArm.count().value()).isEqualTo(1);
    assertThat(onAnArm.because()).containsExactly(HandEvidence.ON_A_PERSON);
  }

  @Test
  void letsNeighboursDecideADoubtfulPalm() {
    Detection doubtful = hand(LEFT, 0.45);
    HandsSeen seen =
        count(look(0, doubtful), look(-167, hand(LEFT, 0.99)), look(167, hand(LEFT, 0.99)));
    assertThat(seen.count().value()).isEqualTo(1);
    assertThat(seen.because()).containsExactly(HandEvidence.SEEN_BEFORE_OR_AFTER);
  }

  @Test
  void hearsNoNeighbourThatIsTooFarAway() {
    HandLook late = look(CountHands.NEAR_MILLIS + 1, hand(LEFT, 0.99));
    assertThat(count(look(0, hand(LEFT, 0.45)), late)).isEqualTo(count(look(0, hand(LEFT, 0.45))));
  }

  @Test
  void saysThatAnArmReachesInWithoutAHand() {
    HandsSeen seen = count(look(0, hands(), people(hand(ARM, 0.8))));
    assertThat(seen.count().value()).isEqualTo(0);
    assertThat(seen.because()).containsExactly(HandEvidence.ARM_WITHOUT_A_HAND);
  }

  @Test
  void namesTheEdgeByWhichAHandLeft() {
    HandsSeen seen = count(
        look(0, hand(LEFT, 0.95)),
        look(-167, hand(LEFT, 0.95), hand(AT_THE_RIGHT_EDGE, 0.95)),
        look(-334, hand(LEFT, 0.95), hand(RIGHT, 0.95)));
    assertThat(seen.count().value()).isEqualTo(1);
    assertThat(seen.leftBy()).containsExactly(Edge.RIGHT);
    assertThat(seen.because()).contains(HandEvidence.LEFT_OVER_AN_EDGE);
  }

  @Test
  void namesNoEdgeForAHandThatWentBehindSomething() {
    Box middle = new Box(210, 100, 60, 60);
    HandsSeen seen =
        count(look(0, hand(LEFT, 0.95)), look(-167, hand(LEFT, 0.95), hand(middle, 0.95)));
    assertThat(seen.leftBy()).isEmpty();
    assertThat(seen.because()).contains(HandEvidence.GONE_WITHIN_THE_FRAME);
  }

  @Test
  void callsNoHandGoneThatOnlyMoved() {
    Box far = new Box(10, 20, 60, 60);
    HandsSeen seen = count(look(0, hand(far, 0.95)), look(-167, hand(AT_THE_RIGHT_EDGE, 0.95)));
    assertThat(seen.count().value()).isEqualTo(1);
    assertThat(seen.leftBy()).isEmpty();
  }

  @Test
  void countsAPictureOnItsSideInUprightCoordinates() {
    // a raster of 270 x 480 that is brought upright by a quarter turn: its top edge becomes the
    // right one
    Box stored = Rotation.CLOCKWISE_90.toStored(AT_THE_RIGHT_EDGE, 270, 480);
    DetectorReading reading = hands(hand(stored, 0.95));
    HandLook upright = HandLook.upright(0, 270, 480, Rotation.CLOCKWISE_90, reading, people());
    assertThat(upright.width()).isEqualTo(480);
    assertThat(count(upright).hands()).extracting(SeenHand::box).containsExactly(AT_THE_RIGHT_EDGE);
  }

  @Test
  void lendsAnUnscheduledFrameTheCountOfTheNearestLook() {
    HandLook skipped =
        look(0, DetectorReading.without(DetectorKind.HAND, Looked.NOT_SCHEDULED), people());
    HandsSeen seen =
        count(skipped, look(-200), look(100, hand(LEFT, 0.95)), look(3000, hand(LEFT, 0.9)));
    assertThat(seen.count().value()).isEqualTo(1);
    assertThat(seen.because()).containsExactly(HandEvidence.COUNTED_BY_A_NEIGHBOUR);
    assertThat(count(skipped).count().unassessed()).isEqualTo(Unassessed.NOT_SCHEDULED);
  }

  @Test
  void doesNotCountMissingHandsInTheDark() {
    HandLook one = look(0, hand(LEFT, 0.95));
    HandLook two = look(0, hand(LEFT, 0.95), hand(RIGHT, 0.95));
    Exposure dark = light(0.04);
    assertThat(
            CountHands.in(one, List.of(), dark, CRISP, Occlusion.none()).count().unassessed())
        .isEqualTo(Unassessed.TOO_DARK);
    assertThat(
            CountHands.in(two, List.of(), dark, CRISP, Occlusion.none()).count().value())
        .isEqualTo(2);
  }

  @Test
  void doesNotCountMissingHandsThroughBlurOrACover() {
    Sharpness smeared = new Sharpness(Measure.of(0.01), Measure.of(1));
    Occlusion finger = new Occlusion(Measure.of(0.8), Edge.LEFT, null);
    HandLook none = look(0);
    assertThat(CountHands.in(none, List.of(), LIGHT, smeared, Occlusion.none())
            .count()
            .unassessed())
        .isEqualTo(Unassessed.TOO_BLURRED);
    assertThat(CountHands.in(none, List.of(), LIGHT, CRISP, finger).count().unassessed())
        .isEqualTo(Unassessed.COVERED);
  }

  @Test
  void saysWhyNobodyCounted() {
    for (Looked looked : List.of(Looked.NOT_AT_ALL, Looked.FAILED)) {
      HandLook frame = look(0, DetectorReading.without(DetectorKind.HAND, looked), people());
      assertThat(count(frame).count().unassessed())
          .isEqualTo(
              looked == Looked.FAILED ? Unassessed.DETECTOR_FAILED : Unassessed.MODEL_MISSING);
    }
  }
}
