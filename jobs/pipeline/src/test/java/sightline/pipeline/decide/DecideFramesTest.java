package sightline.pipeline.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.session.SessionSummary;
import sightline.domain.session.Settlement;
import sightline.pipeline.Sample;

class DecideFramesTest {
  private static final long DAY = 86_400_000;

  private DecideHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = DecideHarness.open(Map.of());
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void frame(int index, long capturedAt, long appendedAt) throws Exception {
    frame(index, capturedAt, appendedAt, false);
  }

  private void frame(int index, long capturedAt, @Nullable Long appendedAt, boolean last)
      throws Exception {
    AssessedFrame frame = Sample.assessed("s", index, capturedAt, appendedAt, index, last);
    harness.processElement(
        new StreamRecord<>(frame, appendedAt == null ? Long.MIN_VALUE : appendedAt));
  }

  private List<Integer> finals() {
    return harness.extractOutputValues().stream().map(Directive::index).toList();
  }

  private <T> List<T> side(OutputTag<T> tag) {
    return harness.side(tag);
  }

  @Test
  void givesAProvisionalDirectiveAtOnceAndTheFinalOneAfterTheLookAhead() throws Exception {
    frame(0, 0, 0);
    assertThat(side(DecideFrames.PROVISIONAL)).hasSize(1);
    frame(1, 999, 999);
    frame(2, 1_001, 1_001);
    assertThat(finals()).as("more may follow that bears witness").isEmpty();
    frame(3, 1_002, 1_002);
    assertThat(finals()).containsExactly(0);
    assertThat(side(DecideFrames.SCORES)).hasSize(1);
  }

  @Test
  void behindAGapItWaitsForTheHorizonAsWell() throws Exception {
    frame(1, 0, 0);
    frame(2, 1_001, 1_001);
    frame(3, 1_002, 1_002);
    frame(4, 3_001, 3_001);
    assertThat(finals()).as("its place is settled, its followers' are not").isEmpty();
    frame(5, 3_002, 3_002);
    assertThat(finals()).containsExactly(1);
  }

  @Test
  void settlesASessionThatFellSilentWhenTheWatermarkPassesIt() throws Exception {
    frame(0, 0, 1_000);
    frame(1, 100, 1_100);
    harness.processWatermark(1_099);
    assertThat(finals()).as("the next one may bear witness for it").isEmpty();
    assertThat(side(DecideFrames.SESSIONS)).isEmpty();
    harness.processWatermark(1_100);
    assertThat(finals()).containsExactly(0, 1);
    assertThat(side(DecideFrames.SESSIONS)).singleElement().satisfies(session -> {
      assertThat(session.settlement()).isEqualTo(Settlement.SILENCE);
      assertThat(session.accepted()).isEqualTo(2);
    });
  }

  @Test
  void whatComesAfterThatIsLateAndStampedSilence() throws Exception {
    frame(2, 200, 1_000);
    harness.processWatermark(1_000);
    frame(1, 100, 1_001);
    assertThat(harness.extractOutputValues()).last().satisfies(directive -> {
      assertThat(directive.disposition()).isEqualTo(Disposition.WITHHOLD);
      assertThat(directive.lateness()).isEqualTo(Lateness.SILENCE);
    });
  }

  @Test
  void aResumedSessionGoesOnAndItsSummaryIsRevised() throws Exception {
    frame(0, 0, 0);
    harness.processWatermark(0);
    frame(1, 3_600_000, 60_000);
    frame(3, 3_600_200, 60_001);
    harness.processWatermark(60_001);
    assertThat(harness.extractOutputValues())
        .extracting(Directive::disposition)
        .containsOnly(Disposition.RELEASE);
    List<SessionSummary> sessions = side(DecideFrames.SESSIONS);
    assertThat(sessions).extracting(SessionSummary::revision).containsExactly(1, 2);
    assertThat(sessions.get(1).missing()).isEqualTo(1);
    assertThat(sessions.get(1).gaps().bounds()).containsExactly(2, 2);
  }

  @Test
  void aDuplicateIsRejectedWithItsOwnOriginAndNothingElse() throws Exception {
    frame(0, 0, 0);
    harness.processElement(new StreamRecord<>(Sample.assessed("s", 0, 0, 5L, 77), 5));
    assertThat(side(DecideFrames.REJECTED)).singleElement().satisfies(rejection -> {
      assertThat(rejection.reason()).isEqualTo(RejectReason.DUPLICATE);
      assertThat(rejection.origin().offset()).isEqualTo(77);
    });
    assertThat(side(DecideFrames.PROVISIONAL)).hasSize(1);
  }

  @Test
  void theLastFrameOfACompleteSessionSettlesItAtOnce() throws Exception {
    frame(0, 0, 0);
    frame(1, 100, 100L, true);
    assertThat(finals()).containsExactly(0, 1);
    assertThat(side(DecideFrames.SESSIONS))
        .extracting(SessionSummary::settlement)
        .containsExactly(Settlement.COMPLETE);
  }

  @Test
  void withoutAppendTimesTheEndOfTheInputSettlesAndLeavesNothingBehind() throws Exception {
    frame(0, 0, null, false);
    frame(1, 100, null, false);
    assertThat(finals()).isEmpty();
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(finals()).containsExactly(0, 1);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void aClosedSessionIsRememberedForAWhileAndThenForgotten() throws Exception {
    frame(0, 0, 0);
    harness.processWatermark(7 * DAY);
    assertThat(harness.numKeyedStateEntries())
        .as("the mark of a closed session")
        .isEqualTo(1);
    frame(0, 0, 7 * DAY + 20_000);
    assertThat(side(DecideFrames.REJECTED))
        .extracting(Rejection::reason)
        .containsExactly(RejectReason.INDEX_EXPIRED);
    harness.processWatermark(38 * DAY);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void aClockThatStandsStillDelaysButNeverKeepsADirective() throws Exception {
    frame(0, 0, 1_000);
    frame(1, 0, 1_500);
    frame(2, 0, 2_500);
    harness.processWatermark(1_999);
    assertThat(finals()).isEmpty();
    harness.processWatermark(2_000);
    assertThat(finals()).as("appended the look-ahead before the watermark").containsExactly(0);
    harness.processWatermark(2_500);
    assertThat(finals()).containsExactly(0, 1, 2);
  }

  @Test
  void aFrameWhoseTurnItWasNotIsJudgedByItsNeighboursAndWithheldWithoutThem() throws Exception {
    harness.processElement(new StreamRecord<>(Sample.unlooked("s", 0, 0, 0L), 0));
    harness.processElement(new StreamRecord<>(Sample.unlooked("t", 0, 0, 0L), 0));
    frame(1, 100, 100L, true);
    assertThat(harness.extractOutputValues()).first().satisfies(directive -> {
      assertThat(directive.disposition()).isEqualTo(Disposition.RELEASE);
      assertThat(directive.looks())
          .filteredOn(look -> look.kind() == DetectorKind.PERSON)
          .containsExactly(new Look(DetectorKind.PERSON, Looked.WITH_MODEL, 100L));
    });
    harness.processWatermark(0);
    assertThat(harness.extractOutputValues()).last().satisfies(directive -> {
      assertThat(directive.session()).isEqualTo("t");
      assertThat(directive.withheldBecause()).containsExactly(WithholdReason.DETECTION_STALE);
    });
  }

  @Test
  void aLiveSessionHoldsOneTimerHoweverManyFramesWait() throws Exception {
    for (int index = 0; index < 50; index++) {
      frame(index, 10L * index, 10L * index);
    }
    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
  }

  @Test
  void aRestoredSessionGoesOnWhereItWas() throws Exception {
    frame(0, 0, 0);
    frame(1, 100, 100);
    OperatorSubtaskState snapshot = harness.snapshot(1, 100);
    harness.close();
    harness = DecideHarness.restored(Map.of(), snapshot);
    frame(1, 100, 200);
    frame(2, 900, 3_100);
    assertThat(finals()).isEmpty();
    frame(3, 1_101, 5_100);
    frame(4, 1_102, 5_101);
    assertThat(finals()).containsExactly(0, 1);
    assertThat(side(DecideFrames.REJECTED)).hasSize(1);
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(finals()).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void whatFollowsALastFrameWaitsForItsWitnessesLikeAnyOther() throws Exception {
    frame(0, 0, 0L, true);
    assertThat(finals()).containsExactly(0);
    frame(1, 100, 100);
    frame(2, 200, 200);
    assertThat(finals()).as("a recording after its test clip").containsExactly(0);
    assertThat(side(DecideFrames.SESSIONS)).hasSize(1);
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(finals()).containsExactly(0, 1, 2);
  }
}
