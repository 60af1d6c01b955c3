package sightline.domain.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightline.domain.framing.FramingSpec;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Edge;
import sightline.domain.quality.FeedbackCode;
import sightline.domain.quality.Measure;
import sightline.domain.review.SessionDecisions;
import sightline.domain.task.ExpectedObject;
import sightline.domain.task.ExpectedObjects;
import sightline.domain.task.RecordedTime;
import sightline.domain.task.Sensitivity;
import sightline.domain.task.SessionBounds;
import sightline.domain.task.TaskSpec;

class SessionEvidenceTest {
  private static final VerdictRules RULES = VerdictRules.USUAL;
  private static final int FRAMES = 100;

  /** Ten frames a second. */
  private static SessionEvidence seen(IntFunction<Moments> frames) {
    SessionEvidence evidence = SessionEvidence.of(frames.apply(0).moment());
    for (int index = 0; index < FRAMES; index++) {
      evidence = evidence.and(frames.apply(index).moment(), RULES);
    }
    return evidence;
  }

  private static Moments plain(int index) {
    return Moments.at(100L * index);
  }

  private static SessionVerdict judged(SessionEvidence seen, TaskSpec spec) {
    SessionVerdict verdict =
        JudgeSession.under(spec, RULES).judge(seen, SessionDecisions.NONE, Withheld.NO, 1);
    if (verdict == null) {
      throw new AssertionError("no verdict");
    }
    return verdict;
  }

  private static SessionVerdict judged(SessionEvidence seen) {
    return judged(seen, spec(ExpectedObjects.NONE, RecordedTime.ANY, Map.of()));
  }

  private static TaskSpec spec(
      ExpectedObjects objects, RecordedTime duration, Map<String, Integer> floor) {
    return new TaskSpec(
        "cup",
        "1",
        Instant.EPOCH,
        "",
        List.of(),
        List.of(),
        List.of(),
        FramingSpec.household(),
        objects,
        duration,
        floor,
        Map.of(),
        List.of(),
        Sensitivity.LOW,
        90,
        SessionBounds.USUAL);
  }

  private static @Nullable ReasonCode first(SessionVerdict verdict) {
    return verdict.reasons().isEmpty() ? null : verdict.reasons().get(0).code();
  }

  @Test
  void timeIsWhatPassedBetweenFramesAndAPauseIsNone() {
    SessionEvidence seen = seen(index -> Moments.at(100L * index + (index < 50 ? 0 : 60_000)));

    assertThat(seen.pace().recordedMillis()).isEqualTo(9_800);
    assertThat(seen.pace().pauses()).isEqualTo(1);
    assertThat(seen.pace().longest()).isEqualTo(new Span(4_900, 65_000));
    assertThat(judged(seen).recordedMillis()).isEqualTo(9_800);
  }

  @Test
  void aClockThatStandsStillLeavesSharesOfFrames() {
    SessionEvidence seen = seen(index ->
        index % 2 == 0 ? Moments.at(0).advised(FeedbackCode.TOO_DARK, null) : Moments.at(0));

    assertThat(seen.share(seen.fault(ReasonCode.TOO_DARK))).isEqualTo(0.5);
    assertThat(first(judged(seen))).isEqualTo(ReasonCode.TOO_DARK);
  }

  @Test
  void spansSayWhenAndTheEdgeWhere() {
    SessionEvidence seen = seen(index -> index >= 30 && index < 60
        ? plain(index).advised(FeedbackCode.LENS_COVERED, Edge.LEFT)
        : plain(index));
    Reason reason = judged(seen).reasons().get(0);

    assertThat(reason.code()).isEqualTo(ReasonCode.LENS_COVERED);
    assertThat(reason.spans()).containsExactly(new Span(2_900, 5_900));
    assertThat(reason.edge()).isEqualTo(Edge.LEFT);
    assertThat(reason.leadsTo()).isEqualTo(Verdict.COACH);
  }

  @Test
  void handsThatNobodyCanSeeInTheDarkAreNotHandsOutOfView() {
    SessionEvidence dark = seen(
        index -> plain(index).hands(0).measured("shake", 0).advised(FeedbackCode.TOO_DARK, null));
    SessionEvidence light = seen(index -> plain(index).hands(0).measured("shake", 0));

    assertThat(judged(dark).reasons())
        .extracting(Reason::code)
        .containsExactly(ReasonCode.TOO_DARK);
    assertThat(judged(dark).handsInView().assessed()).isFalse();
    assertThat(judged(dark).verdict()).isEqualTo(Verdict.COACH);
    assertThat(judged(light).verdict()).isEqualTo(Verdict.REJECT);
    assertThat(first(judged(light))).isEqualTo(ReasonCode.HANDS_NOT_IN_VIEW);
  }

  @Test
  void whatWithholdsFramesInTheDarkIsToldOfTheDark() {
    SessionEvidence seen = seen(index ->
        plain(index).withheld(WithholdReason.NOT_SEEN_WELL).advised(FeedbackCode.TOO_DARK, null));

    assertThat(judged(seen).reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.code()).isEqualTo(ReasonCode.TOO_DARK))
        .satisfies(reason -> assertThat(reason.leadsTo()).isEqualTo(Verdict.REVIEW));
  }

  @Test
  void framesThatAreWithheldForAnythingElseDoNotMakeTheDarkGraver() {
    SessionEvidence seen = seen(index -> index % 2 == 0
        ? plain(index).withheld(WithholdReason.DETECTOR_FAILED).advised(FeedbackCode.TOO_DARK, null)
        : plain(index).advised(FeedbackCode.TOO_DARK, null));

    assertThat(judged(seen).reasons())
        .extracting(Reason::code, Reason::leadsTo)
        .containsExactly(
            tuple(ReasonCode.COULD_NOT_CHECK, Verdict.REVIEW),
            tuple(ReasonCode.TOO_DARK, Verdict.COACH));
  }

  @Test
  void aMissingModelIsNoDarkness() {
    SessionEvidence seen = seen(index ->
        plain(index).withheld(WithholdReason.MODEL_MISSING).advised(FeedbackCode.TOO_DARK, null));

    assertThat(judged(seen).verdict()).isEqualTo(Verdict.WITHHOLD);
    assertThat(first(judged(seen))).isEqualTo(ReasonCode.COULD_NOT_CHECK);
  }

  @Test
  void aLateFrameIsCountedAndMovesNoClock() {
    SessionEvidence seen = seen(SessionEvidenceTest::plain)
        .and(Moments.at(1_000_000).withheld(WithholdReason.LATE).moment(), RULES);

    assertThat(seen.pace().outOfPlace()).isEqualTo(1);
    assertThat(seen.pace().recordedMillis()).isEqualTo(9_900);
    assertThat(seen.fault(ReasonCode.COULD_NOT_CHECK).frames()).isEqualTo(1);
    assertThat(judged(seen).verdict()).isEqualTo(Verdict.ACCEPT);
  }

  @Test
  void aFrameHeldAgainstTheTasksFrameSpeaksForThoseSinceTheLast() {
    SessionEvidence seen = seen(index -> index % 5 == 0
        ? plain(index).measured("hand_size", 0.05).advised(FeedbackCode.TOO_FAR, Edge.WHOLE)
        : plain(index));

    assertThat(seen.share(seen.fault(ReasonCode.TOO_FAR))).isBetween(0.9, 1.0);
  }

  @Test
  void anExpectedObjectIsMissedOnlyWhereSomebodyLookedForIt() {
    ExpectedObjects cup = new ExpectedObjects(
        List.of(new ExpectedObject("cup", List.of("cup"), ExpectedObject.Need.REQUIRED)),
        ExpectedObjects.Order.ANY);
    TaskSpec spec = spec(cup, RecordedTime.ANY, Map.of());

    assertThat(first(judged(seen(SessionEvidenceTest::plain), spec))).isNull();
    assertThat(first(judged(seen(index -> plain(index).lookedForThings()), spec)))
        .isEqualTo(ReasonCode.OBJECT_NOT_SEEN);
    assertThat(first(judged(seen(index -> plain(index).showing("cup", 0.4)), spec)))
        .isEqualTo(ReasonCode.OBJECT_NOT_SEEN);
    assertThat(first(judged(seen(index -> plain(index).showing("cup", 0.6)), spec)))
        .isNull();
  }

  @Test
  void objectsOfAnOrderAreHeldAgainstTheirFirstTimes() {
    ExpectedObjects inOrder = new ExpectedObjects(
        List.of(
            new ExpectedObject("cup", List.of("cup"), ExpectedObject.Need.REQUIRED),
            new ExpectedObject("sink", List.of("sink"), ExpectedObject.Need.REQUIRED)),
        ExpectedObjects.Order.AS_LISTED);
    TaskSpec spec = spec(inOrder, RecordedTime.ANY, Map.of());
    IntFunction<Moments> kept = index -> plain(index).showing(index < 50 ? "cup" : "sink", 0.9);
    IntFunction<Moments> turned = index -> plain(index).showing(index < 50 ? "sink" : "cup", 0.9);

    assertThat(first(judged(seen(kept), spec))).isNull();
    assertThat(judged(seen(turned), spec).reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.code()).isEqualTo(ReasonCode.OTHER_ORDER))
        .satisfies(reason -> assertThat(reason.object()).isEqualTo("sink"));
  }

  @Test
  void whatIsShortMayGoOnUntilItsSenderEndedIt() {
    TaskSpec minute = spec(ExpectedObjects.NONE, new RecordedTime(60, Integer.MAX_VALUE), Map.of());
    SessionVerdict verdict = judged(seen(SessionEvidenceTest::plain), minute);

    assertThat(verdict.verdict()).isEqualTo(Verdict.COACH);
    assertThat(verdict.counterfactuals().get(0).change()).isEqualTo(Change.RECORD_LONGER);
    assertThat(verdict.counterfactuals().get(0).amount()).isEqualTo(Measure.of(50.1));
  }

  @Test
  void theTasksFloorForTheDeviceDecidesWhatIsTooFewPixels() {
    SessionEvidence seen = seen(index -> plain(index).shorterSide(480));

    assertThat(first(judged(seen))).isNull();
    assertThat(
            first(judged(seen, spec(ExpectedObjects.NONE, RecordedTime.ANY, Map.of("phone", 720)))))
        .isEqualTo(ReasonCode.LOW_RESOLUTION);
    assertThat(
            first(judged(seen, spec(ExpectedObjects.NONE, RecordedTime.ANY, Map.of("other", 720)))))
        .isNull();
  }

  @Test
  void spansStayFewHoweverOftenSomethingComesAndGoes() {
    SessionEvidence evidence = SessionEvidence.of(plain(0).moment());
    for (int index = 0; index < 2_000; index++) {
      Moments at = Moments.at(1_500L * index);
      evidence = evidence.and(
          (index % 2 == 0 ? at.advised(FeedbackCode.SHAKY, Edge.WHOLE) : at).moment(), RULES);
    }
    FaultTime shaky = evidence.fault(ReasonCode.SHAKY);

    assertThat(shaky.spans()).hasSize(FaultTime.MOST);
    for (int at = 1; at < shaky.spans().size(); at++) {
      assertThat(shaky.spans().get(at).fromMillis())
          .isGreaterThan(shaky.spans().get(at - 1).toMillis());
    }
    assertThat(shaky.millis()).as("the time itself is exact").isEqualTo(999 * 1_500L);
    assertThat(judged(evidence).reasons().get(0).spans()).hasSizeLessThanOrEqualTo(Reason.SPANS);
  }
}
