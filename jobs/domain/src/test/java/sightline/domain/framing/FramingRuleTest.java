package sightline.domain.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightline.domain.people.View;
import sightline.domain.quality.Edge;
import sightline.domain.quality.FeedbackCode;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Unassessed;

class FramingRuleTest {
  private static final FramingSpec SPEC =
      new FramingSpec(View.FIRST_PERSON, 2, new Area(0.1, 0.1, 0.9, 0.9), 0.1, 0.6, 20, 0.8, 5);
  private static final Measure LEVEL = Measure.of(0);
  private static final Measure STEADY = Measure.of(0.05);

  private static Framing framed(Area... hands) {
    return framed(LEVEL, STEADY, null, hands);
  }

  private static Framing framed(Measure tilt, Measure shake, @Nullable Edge leftBy, Area... hands) {
    return new FramingRule(SPEC).frame(HandsInView.seen(List.of(hands), 1.6, leftBy), tilt, shake);
  }

  private static Area hand(double x, double y) {
    return new Area(x - 0.08, y - 0.1, x + 0.08, y + 0.1);
  }

  private static List<FeedbackCode> codes(Framing framing) {
    return framing.advice().stream().map(FramingAdvice::code).toList();
  }

  @Test
  void twoHandsInTheMiddleOfALevelSteadyFrameAreFramedPerfectly() {
    Framing framing = framed(hand(0.35, 0.5), hand(0.65, 0.5));
    assertThat(framing.overall()).isEqualTo(Measure.of(1));
    assertThat(framing.advice()).isEmpty();
    assertThat(framing.handSize().orThrow()).isCloseTo(Math.sqrt(0.16 * 0.2 * 1.6), within(1e-4));
  }

  @Test
  void handsThatSlipBelowTheSafeAreaAskForTheCameraToLookDown() {
    Framing framing = framed(hand(0.4, 0.97), hand(0.6, 0.97));
    assertThat(framing.handsInSafeArea().orThrow()).isLessThan(0.2);
    assertThat(framing.cutOff()).isEqualTo(Measure.of(1));
    assertThat(framing.advice())
        .extracting(FramingAdvice::code, FramingAdvice::edge)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(FeedbackCode.HANDS_OUT_OF_FRAME, Edge.BOTTOM),
            org.assertj.core.groups.Tuple.tuple(FeedbackCode.HANDS_CUT_OFF, Edge.BOTTOM));
  }

  @Test
  void adviceNamesTheSideOnWhichTheHandsAre() {
    assertThat(framed(hand(0.99, 0.5)).advice().get(0).edge()).isEqualTo(Edge.RIGHT);
    assertThat(framed(hand(0.01, 0.5)).advice().get(0).edge()).isEqualTo(Edge.LEFT);
    assertThat(framed(hand(0.5, 0.01)).advice().get(0).edge()).isEqualTo(Edge.TOP);
  }

  @Test
  void tinyHandsMeanThatTheCameraIsTooFarOrTooWide() {
    Framing framing = framed(new Area(0.5, 0.5, 0.53, 0.55), new Area(0.6, 0.5, 0.63, 0.55));
    assertThat(codes(framing)).containsExactly(FeedbackCode.TOO_FAR);
    assertThat(framing.tooWide()).isEqualTo(Measure.of(1));
    assertThat(framing.overall()).isEqualTo(Measure.of(0));
  }

  @Test
  void handsThatFillTheFrameAreTooClose() {
    Framing framing = framed(new Area(0.11, 0.11, 0.89, 0.89));
    assertThat(codes(framing)).containsExactly(FeedbackCode.TOO_CLOSE);
    assertThat(framing.tooWide()).isEqualTo(Measure.of(0));
  }

  @Test
  void aTiltAsksForTheSideThatHangs() {
    Framing clockwise = framed(Measure.of(35), STEADY, null, hand(0.4, 0.5), hand(0.6, 0.5));
    assertThat(clockwise.tilt()).isEqualTo(Measure.of(0.25));
    assertThat(clockwise.advice())
        .containsExactly(
            new FramingAdvice(FeedbackCode.CAMERA_TILTED, "tilt_degrees", 35, Edge.RIGHT));
    Framing other = framed(Measure.of(-35), STEADY, null, hand(0.4, 0.5), hand(0.6, 0.5));
    assertThat(other.advice().get(0).edge()).isEqualTo(Edge.LEFT);
    assertThat(other.overall()).isEqualTo(clockwise.overall());
  }

  @Test
  void shakeCountsFromTheMostThatTheTaskAllows() {
    Framing allowed = framed(LEVEL, Measure.of(0.8), null, hand(0.4, 0.5), hand(0.6, 0.5));
    assertThat(allowed.steadiness()).isEqualTo(Measure.of(1));
    Framing shaken = framed(LEVEL, Measure.of(1.5), null, hand(0.4, 0.5), hand(0.6, 0.5));
    assertThat(codes(shaken)).containsExactly(FeedbackCode.SHAKY);
  }

  @Test
  void withoutAHandThereIsNothingToFrameAndNobodyToBlame() {
    Framing framing = framed();
    assertThat(framing.overall()).isEqualTo(Measure.unassessed(Unassessed.NOTHING_TO_MEASURE));
    assertThat(framing.handsMissing()).isEqualTo(Measure.of(1));
    assertThat(framing.advice()).isEmpty();
  }

  @Test
  void handsThatWereSeenToLeaveAskForTheCameraToFollow() {
    Framing framing = framed(LEVEL, STEADY, Edge.LEFT);
    assertThat(framing.advice())
        .containsExactly(
            new FramingAdvice(FeedbackCode.HANDS_OUT_OF_FRAME, Framing.MISSING, 1, Edge.LEFT));
  }

  @Test
  void handsNobodyLookedForLeaveFramingUnassessedWithTheirReason() {
    Framing framing = new FramingRule(SPEC)
        .frame(HandsInView.unassessed(Unassessed.TOO_DARK), Measure.of(40), STEADY);
    assertThat(framing.overall()).isEqualTo(Measure.unassessed(Unassessed.TOO_DARK));
    assertThat(framing.handsMissing()).isEqualTo(Measure.unassessed(Unassessed.TOO_DARK));
    assertThat(codes(framing)).containsExactly(FeedbackCode.CAMERA_TILTED);
  }

  @Test
  void aTaskWithoutHandsIsJudgedByHowTheCameraIsHeld() {
    FramingSpec handless =
        new FramingSpec(View.TRIPOD, 0, new Area(0, 0, 1, 1), 0.1, 0.6, 20, 0.8, 5);
    Framing framing = new FramingRule(handless)
        .frame(HandsInView.seen(List.of(), 1.6, null), Measure.of(30), STEADY);
    assertThat(framing.overall().orThrow())
        .isCloseTo(Math.sqrt(Math.sqrt(0.5) * 0.5), within(1e-4));
    assertThat(framing.handSize()).isEqualTo(Measure.unassessed(Unassessed.NOT_IN_TASK));
  }

  @Test
  void whatWasNotAssessedIsLeftOutOfTheOverallValue() {
    Measure none = Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
    Framing framing = framed(none, none, null, hand(0.35, 0.5), hand(0.65, 0.5));
    assertThat(framing.overall()).isEqualTo(Measure.of(1));
    assertThat(framing.tilt()).isEqualTo(none);
  }

  @Test
  void everyValueStaysInItsRangeOnSeededHands() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      List<Area> hands = new ArrayList<>();
      for (int i = 0; i < random.nextInt(4); i++) {
        double left = random.nextDouble() * 1.4 - 0.3;
        double top = random.nextDouble() * 1.4 - 0.3;
        hands.add(new Area(
            left, top, left + 0.01 + random.nextDouble(), top + 0.01 + random.nextDouble()));
      }
      Framing framing = framed(
          Measure.of(random.nextDouble() * 76 - 38),
          Measure.of(random.nextDouble() * 3),
          null,
          hands.toArray(Area[]::new));
      for (MeasureReading reading : framing.readings()) {
        if (reading.value().assessed()) {
          boolean unbounded =
              List.of(Framing.HAND_SIZE, Framing.OFF_CENTRE).contains(reading.name());
          assertThat(reading.value().orThrow())
              .as("%s, seed %s", reading.name(), seed)
              .isBetween(0.0, unbounded ? 10.0 : 1.0);
        }
      }
    }
  }
}
