package sightline.domain.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightline.domain.control.SpecsInForce;
import sightline.domain.framing.FramingSpec;
import sightline.domain.quality.Control;
import sightline.domain.quality.Edge;
import sightline.domain.review.RulingReason;
import sightline.domain.review.SessionDecision;
import sightline.domain.review.SessionDecisions;
import sightline.domain.review.SessionRuling;
import sightline.domain.task.TaskSpec;

class JudgeSessionTest {
  private static final TaskSpec SPEC =
      TaskSpec.of("cup", SpecsInForce.NONE, FramingSpec.household(), Instant.EPOCH);
  private static final JudgeSession JUDGE = JudgeSession.under(SPEC, VerdictRules.USUAL);
  private static final int SECONDS = 100;

  @Test
  void aSessionThatNothingStandsAgainstIsAccepted() {
    SessionVerdict verdict = judged(session());

    assertThat(verdict.verdict()).isEqualTo(Verdict.ACCEPT);
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.counterfactuals()).isEmpty();
    assertThat(verdict.spec()).isNull();
    assertThat(verdict.handsInView().orThrow()).isEqualTo(1);
  }

  @Test
  void aDarkRoomCoachesAndIsNothingOnReferenceConditions() {
    SessionVerdict verdict = judged(session(time(ReasonCode.TOO_DARK, 60, 0)));

    assertThat(verdict.verdict()).isEqualTo(Verdict.COACH);
    assertThat(verdict.onReferenceConditions()).isEqualTo(Verdict.ACCEPT);
    assertThat(verdict.reasons().get(0).weight()).isEqualTo(0.6);
    assertThat(verdict.counterfactuals())
        .singleElement()
        .satisfies(other -> assertThat(other.change()).isEqualTo(Change.LIGHT_ON))
        .satisfies(other -> assertThat(other.instead()).isEqualTo(Verdict.ACCEPT));
  }

  @Test
  void aRoomSoDarkThatNobodyMaySeeItIsLookedAtByPeople() {
    SessionVerdict verdict = judged(session(time(ReasonCode.TOO_DARK, 100, 100)));

    assertThat(verdict.verdict()).isEqualTo(Verdict.REVIEW);
  }

  @Test
  void aLensThatIsCoveredNearlyAlwaysRejectsAndClearingItTurnsThat() {
    SessionVerdict verdict = judged(session(time(ReasonCode.LENS_COVERED, 95, 0)));

    assertThat(verdict.verdict()).isEqualTo(Verdict.REJECT);
    assertThat(verdict.counterfactuals().get(0).change()).isEqualTo(Change.CLEAR_LENS);
    assertThat(verdict.counterfactuals().get(0).instead()).isEqualTo(Verdict.ACCEPT);
  }

  @Test
  void twoFaultsThatEachCoachHaveNoSingleWayOut() {
    SessionVerdict verdict = judged(
        session(time(ReasonCode.CAMERA_TILTED, 30, 0), time(ReasonCode.LENS_COVERED, 40, 0)));

    assertThat(verdict.verdict()).isEqualTo(Verdict.COACH);
    assertThat(verdict.reasons())
        .extracting(Reason::code)
        .containsExactly(ReasonCode.LENS_COVERED, ReasonCode.CAMERA_TILTED);
    assertThat(verdict.counterfactuals()).isEmpty();
  }

  @Test
  void turningTheCameraTakesAwayAllThatIsWrongWithTheHands() {
    FaultTime left = time(ReasonCode.HANDS_OUT_OF_FRAME, 40, 0);
    FaultTime bottom = new FaultTime(
        left.code(),
        left.millis(),
        100,
        0,
        100 * 1.2,
        List.of(0L, 0L, 0L, 40_000L, 0L),
        left.spans());
    SessionVerdict verdict = judged(session(bottom, time(ReasonCode.HANDS_CUT_OFF, 35, 0)));

    assertThat(verdict.counterfactuals())
        .singleElement()
        .satisfies(other -> assertThat(other.change()).isEqualTo(Change.TILT_DOWN))
        .satisfies(other -> assertThat(other.unit()).isEqualTo("deg"))
        .satisfies(other -> assertThat(other.amount().orThrow()).isBetween(10.0, 40.0))
        .satisfies(other -> assertThat(other.instead()).isEqualTo(Verdict.ACCEPT));
    assertThat(verdict.reasons().get(0).edge()).isEqualTo(Edge.BOTTOM);
  }

  @Test
  void whatIsStructuralRejectsNobodyWhateverItAddsUpTo() {
    long seed = 20261130;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      SessionVerdict verdict = judged(session(faults(random, Control.STRUCTURAL)));

      assertThat(verdict.verdict())
          .as("seed %s, round %s", seed, round)
          .isNotEqualTo(Verdict.REJECT);
      assertThat(verdict.onReferenceConditions()).isEqualTo(Verdict.ACCEPT);
    }
  }

  @Test
  void everyCounterfactualIsMilderAndReferenceConditionsNeverStricter() {
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      SessionVerdict verdict = judged(session(faults(random, Control.CONTROLLABLE)));

      assertThat(verdict.counterfactuals())
          .as("seed %s, round %s", seed, round)
          .allSatisfy(other -> assertThat(other.instead()).isLessThan(verdict.verdict()));
      assertThat(verdict.onReferenceConditions()).isLessThanOrEqualTo(verdict.verdict());
      assertThat(verdict.reasons().isEmpty()).isEqualTo(verdict.verdict() == Verdict.ACCEPT);
    }
  }

  @Test
  void aReviewerTakesTheEnginesPlaceButLetsNothingGoThatNobodyMaySee() {
    SessionDecisions accepted = SessionDecisions.NONE.plus(decision(SessionRuling.ACCEPT, null, 1));
    SessionEvidence covered = session(time(ReasonCode.LENS_COVERED, 95, 0));
    SessionEvidence revoked = session(time(ReasonCode.CONSENT_REVOKED, 10, 10));

    assertThat(judged(covered, accepted).verdict()).isEqualTo(Verdict.ACCEPT);
    assertThat(judged(covered, accepted).decidedBy()).isEqualTo(DecidedBy.REVIEWER);
    assertThat(judged(revoked, accepted).verdict()).isEqualTo(Verdict.WITHHOLD);
    assertThat(JUDGE.judge(covered, accepted, Withheld.BY_WORKER, 1))
        .extracting(SessionVerdict::verdict)
        .isEqualTo(Verdict.WITHHOLD);
  }

  @Test
  void oneStrictReviewerRejectsNobodyAgainstAnother() {
    SessionDecisions two = SessionDecisions.NONE
        .plus(decision(SessionRuling.REJECT, RulingReason.SHAKEN, 1))
        .plus(decision(SessionRuling.ACCEPT, null, 2));

    assertThat(judged(session(), two).verdict()).isEqualTo(Verdict.ACCEPT);
  }

  @Test
  void anAppealThatIsUpheldLeavesAdvice() {
    SessionDecisions upheld =
        SessionDecisions.NONE.plus(decision(SessionRuling.APPEAL_UPHELD, null, 1));
    SessionVerdict verdict = judged(session(time(ReasonCode.LENS_COVERED, 95, 0)), upheld);

    assertThat(verdict.verdict()).isEqualTo(Verdict.COACH);
    assertThat(verdict.decidedBy()).isEqualTo(DecidedBy.APPEAL);
  }

  @Test
  void whatNobodyAssessedStandsAgainstNobody() {
    SessionEvidence seen = session();
    SessionEvidence blind = new SessionEvidence(
        seen.session(),
        seen.task(),
        seen.deviceClass(),
        seen.region(),
        null,
        null,
        true,
        seen.pace(),
        List.of(),
        HandTime.NONE,
        Means.NONE,
        ThingsSeen.NONE,
        0,
        0);

    assertThat(judged(blind).verdict()).isEqualTo(Verdict.ACCEPT);
    assertThat(judged(blind).handsInView().assessed()).isFalse();
    assertThat(judged(blind).score().assessed()).isFalse();
  }

  @Test
  void aPhotoHasNoTimeThatCouldBeJudged() {
    SessionEvidence seen = session();
    SessionEvidence photo = new SessionEvidence(
        seen.session(),
        seen.task(),
        seen.deviceClass(),
        seen.region(),
        null,
        null,
        true,
        new Pace(0, 0, 0, 1, 0, 0, 0, null),
        List.of(),
        HandTime.NONE,
        Means.NONE,
        ThingsSeen.NONE,
        0,
        1);

    assertThat(JUDGE.judge(photo, SessionDecisions.NONE, Withheld.NO, 1)).isNull();
  }

  private static SessionVerdict judged(SessionEvidence seen) {
    return judged(seen, SessionDecisions.NONE);
  }

  private static SessionVerdict judged(SessionEvidence seen, SessionDecisions decisions) {
    SessionVerdict verdict = JUDGE.judge(seen, decisions, Withheld.NO, 1);
    if (verdict == null) {
      throw new AssertionError("no verdict");
    }
    return verdict;
  }

  private static SessionDecision decision(
      SessionRuling ruling, @Nullable RulingReason reason, long who) {
    return new SessionDecision(
        "s", ruling, reason, 1, Instant.ofEpochSecond(who), who, List.of(), null, "st" + who);
  }

  /** A hundred seconds at ten frames a second with a hand in view. */
  private static SessionEvidence session(FaultTime... faults) {
    long millis = SECONDS * 1_000L;
    int frames = SECONDS * 10;
    return new SessionEvidence(
        "s",
        "cup",
        "phone",
        "KE",
        null,
        null,
        true,
        new Pace(0, millis, millis, frames, 0, millis, 0, null),
        Arrays.asList(faults),
        new HandTime(millis, millis, 0, frames, frames, 0),
        new Means(0.8 * frames, frames, 720.0 * frames, frames, 0),
        ThingsSeen.NONE,
        0,
        frames);
  }

  private static FaultTime time(ReasonCode code, int seconds, int withheldSeconds) {
    return new FaultTime(
        code,
        seconds * 1_000L,
        seconds * 10,
        withheldSeconds * 10,
        0,
        Collections.nCopies(Edge.values().length, 0L),
        List.of(new Span(0, seconds * 1_000L)));
  }

  private static FaultTime[] faults(Random random, Control control) {
    List<FaultTime> faults = new ArrayList<>();
    for (ReasonCode code : ReasonCode.values()) {
      if (code.control() == control && random.nextInt(4) == 0) {
        int seconds = random.nextInt(SECONDS + 1);
        faults.add(time(code, seconds, random.nextInt(seconds + 1)));
      }
    }
    return faults.toArray(new FaultTime[0]);
  }
}
