package sightline.pipeline.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.FrameScore;
import sightline.domain.assessment.Observation;
import sightline.domain.control.ControlRecord;
import sightline.domain.frame.Phase;
import sightline.domain.framing.FramingSpec;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.quality.Control;
import sightline.domain.quality.Edge;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Feedback;
import sightline.domain.quality.FeedbackCode;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Score;
import sightline.domain.quality.Unassessed;
import sightline.domain.review.SessionDecision;
import sightline.domain.review.SessionRuling;
import sightline.domain.session.IndexRanges;
import sightline.domain.session.SessionSummary;
import sightline.domain.session.Settlement;
import sightline.domain.task.RecordedTime;
import sightline.domain.task.TaskSpec;
import sightline.domain.verdict.CaseEntry;
import sightline.domain.verdict.Course;
import sightline.domain.verdict.Moment;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.SessionEvidence;
import sightline.domain.verdict.SessionVerdict;
import sightline.domain.verdict.Verdict;
import sightline.domain.verdict.VerdictRules;

class VerdictOperatorsTest {
  private static final long RETENTION = 1_000_000;
  /** Beside what a session in flight takes while its frames wait, see SessionBytesTest. */
  private static final int MOST_BYTES = 24 * 1024;

  private static Moment moment(int index, @Nullable Long appendedAt, FeedbackCode... codes) {
    Measure nothing = Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
    Instant at = Instant.ofEpochMilli(1_500L * index);
    List<Feedback> advice = new ArrayList<>();
    for (FeedbackCode code : codes) {
      advice.add(new Feedback(code, FactorName.FRAMING, 0.3, Control.CONTROLLABLE, Edge.LEFT));
    }
    return new Moment(
        new Observation(
            "s",
            index,
            at,
            appendedAt,
            Phase.RECORDING,
            false,
            "cup",
            "phone-mid",
            "ke-nairobi",
            "sw-KE",
            List.of(),
            List.of(),
            List.of(),
            nothing,
            List.of(),
            advice,
            "household-1"),
        new FrameScore(
            "s",
            index,
            at,
            "cup",
            "phone-mid",
            "ke-nairobi",
            Phase.RECORDING,
            new Score(Measure.of(0.8), 1, List.of(), advice),
            Measure.of(0),
            Measure.of(1),
            Measure.of(0),
            List.of(),
            Occlusion.none(),
            Occlusion.none(),
            List.of(),
            List.of(),
            "household-2",
            "none"),
        null);
  }

  private static SessionSummary settled(int accepted, int missing) {
    return new SessionSummary(
        "s",
        1,
        "cup",
        "phone-mid",
        "ke-nairobi",
        Settlement.SILENCE,
        accepted,
        accepted,
        0,
        0,
        0,
        0,
        missing,
        new IndexRanges(new int[0]),
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        Measure.of(0.8));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Course, SessionEvidence> gathering()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new GatherEvidence(VerdictRules.USUAL, RETENTION)),
        Course::session,
        Types.STRING);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, CaseEntry, ControlRecord, SessionVerdict>
      giving() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new GiveVerdicts(
                new VerdictSettings(VerdictRules.USUAL, FramingSpec.household(), RETENTION),
                List.of()),
            List.of(GiveVerdicts.SPECS)),
        CaseEntry::session,
        unused -> "",
        Types.STRING);
  }

  private static SessionEvidence evidence(int frames, FeedbackCode... codes) {
    SessionEvidence evidence = SessionEvidence.of(moment(0, 0L, codes));
    for (int index = 0; index < frames; index++) {
      evidence = evidence.and(moment(index, 1_500L * index, codes), VerdictRules.USUAL);
    }
    return evidence;
  }

  private static CaseEntry accepts() {
    return CaseEntry.of(new SessionDecision(
        "s", SessionRuling.ACCEPT, null, 1, Instant.EPOCH, 7, List.of(), null, "st-1"));
  }

  @Test
  void tellsOfASessionAtEachSettlementAndGoesOnFromThereAfterARestart() throws Exception {
    var first = gathering();
    first.open();
    first.processElement(new StreamRecord<>(Course.of(moment(0, 0L)), 0));
    first.processElement(new StreamRecord<>(Course.of(moment(1, 1_500L)), 1_500));
    first.processElement(new StreamRecord<>(Course.of(settled(2, 1)), 1_500));
    assertThat(first.extractOutputValues()).singleElement().satisfies(told -> {
      assertThat(told.pace().frames()).isEqualTo(2);
      assertThat(told.missing()).isEqualTo(1);
      assertThat(told.locale()).isEqualTo("sw-KE");
    });
    OperatorSubtaskState half = first.snapshot(1, 1);
    first.close();
    var second = gathering();
    second.initializeState(half);
    second.open();
    second.processElement(new StreamRecord<>(Course.of(moment(2, 3_000L)), 3_000));
    second.processElement(new StreamRecord<>(Course.of(settled(3, 0)), 3_000));
    assertThat(second.extractOutputValues())
        .singleElement()
        .satisfies(told -> assertThat(told.pace().recordedMillis()).isEqualTo(3_000));
    second.close();
  }

  @Test
  void evidenceIsForgottenARetentionAfterTheLastFrameAndNotBefore() throws Exception {
    var gather = gathering();
    gather.open();
    gather.processElement(new StreamRecord<>(Course.of(moment(0, 0L)), 0));
    gather.processElement(new StreamRecord<>(Course.of(moment(1, 5_000L)), 5_000));
    gather.processWatermark(RETENTION + 4_999);
    assertThat(gather.numKeyedStateEntries()).isEqualTo(1);
    gather.processWatermark(RETENTION + 5_000);
    assertThat(gather.numKeyedStateEntries()).isZero();
    assertThat(gather.numEventTimeTimers()).isZero();
    gather.close();
  }

  @Test
  void aSettlementOfTestClipsAloneTellsNothing() throws Exception {
    var gather = gathering();
    gather.open();
    gather.processElement(new StreamRecord<>(Course.of(settled(2, 0)), 0));
    assertThat(gather.extractOutputValues()).isEmpty();
    assertThat(gather.numKeyedStateEntries()).isZero();
    gather.close();
  }

  @Test
  void aSessionWithEveryFaultOfThePictureTakesBoundedRoom() throws Exception {
    List<FeedbackCode> codes = List.of(FeedbackCode.values());
    SessionEvidence evidence = SessionEvidence.of(moment(0, 0L));
    for (int index = 0; index < 3_000; index++) {
      // one at a time, since a cause silences its consequences
      FeedbackCode code = codes.get(index % codes.size());
      evidence = evidence.and(moment(index, 1_500L * index, code), VerdictRules.USUAL);
    }
    assertThat(evidence.faults())
        .hasSize(codes.size())
        .allSatisfy(fault -> assertThat(fault.spans()).hasSize(16));
    DataOutputSerializer out = new DataOutputSerializer(1_024);
    TypeInformation.of(GatheredSession.class)
        .createSerializer(new SerializerConfigImpl())
        .serialize(new GatheredSession(evidence, 0, 0), out);
    System.out.printf("a session's evidence takes %d bytes in a checkpoint%n", out.length());
    assertThat(out.length()).isLessThan(MOST_BYTES);
  }

  @Test
  void revisesAVerdictByDecisionsAndOverridesAfterARestartAsWell() throws Exception {
    var first = giving();
    first.open();
    first.processElement1(
        new StreamRecord<>(CaseEntry.of(evidence(20, FeedbackCode.LENS_COVERED)), 0));
    assertThat(first.extractOutputValues())
        .extracting(SessionVerdict::verdict)
        .containsExactly(Verdict.REJECT);
    OperatorSubtaskState half = first.snapshot(1, 1);
    first.close();
    var second = giving();
    second.initializeState(half);
    second.open();
    second.processElement1(new StreamRecord<>(accepts(), 1));
    second.processElement1(new StreamRecord<>(accepts(), 1));
    second.processElement1(new StreamRecord<>(
        CaseEntry.of(new DirectiveOverride(
            "s",
            null,
            2,
            Instant.EPOCH,
            OverrideCause.REVOCATION,
            Disposition.WITHHOLD,
            List.of())),
        2));
    assertThat(second.extractOutputValues())
        .extracting(SessionVerdict::revision, SessionVerdict::verdict)
        .containsExactly(tuple(2, Verdict.ACCEPT), tuple(3, Verdict.WITHHOLD));
    second.close();
  }

  @Test
  void holdsASessionAgainstTheSpecThatHeldWhenItsFirstFrameCame() throws Exception {
    var give = giving();
    give.open();
    TaskSpec plain = TaskSpec.of("cup", "1", FramingSpec.household(), Instant.ofEpochMilli(-1));
    TaskSpec hour = new TaskSpec(
        plain.task(),
        plain.version(),
        plain.effectiveAt(),
        plain.objective(),
        plain.completion(),
        plain.requiredBody(),
        plain.forbiddenBody(),
        plain.framing(),
        plain.objects(),
        new RecordedTime(3_600, 7_200),
        plain.resolutionFloor(),
        plain.tolerances(),
        plain.sensors(),
        plain.sensitivity(),
        plain.retentionDays(),
        plain.bounds());
    give.processElement2(new StreamRecord<>(ControlRecord.of(hour), 0));
    give.processElement2(new StreamRecord<>(
        ControlRecord.of(TaskSpec.of("cup", "2", FramingSpec.household(), Instant.ofEpochMilli(1))),
        0));
    give.processElement1(new StreamRecord<>(CaseEntry.of(evidence(20)), 0));
    assertThat(give.extractOutputValues()).singleElement().satisfies(verdict -> {
      assertThat(verdict.spec()).isEqualTo("1");
      assertThat(verdict.reasons().get(0).code()).isEqualTo(ReasonCode.TOO_SHORT);
    });
    give.close();
  }

  @Test
  void aCaseIsForgottenARetentionAfterItWasLastHeardOf() throws Exception {
    var give = giving();
    give.open();
    give.processBothWatermarks(new Watermark(1_000));
    give.processElement1(new StreamRecord<>(CaseEntry.of(evidence(20)), 1_000));
    give.processBothWatermarks(new Watermark(9_000));
    give.processElement1(new StreamRecord<>(accepts(), 9_000));
    give.processBothWatermarks(new Watermark(8_999 + RETENTION));
    assertThat(give.numKeyedStateEntries()).isEqualTo(1);
    give.processBothWatermarks(new Watermark(9_000 + RETENTION));
    assertThat(give.numKeyedStateEntries()).isZero();
    assertThat(give.numEventTimeTimers()).isZero();
    give.close();
  }

  @Test
  void whatCameBeforeAnybodyKnewTheTimeIsForgottenAsWell() throws Exception {
    var give = giving();
    give.open();
    give.processElement1(new StreamRecord<>(accepts(), 0));
    give.processBothWatermarks(new Watermark(50_000));
    assertThat(give.numKeyedStateEntries()).isEqualTo(1);
    give.processBothWatermarks(new Watermark(50_000 + RETENTION));
    assertThat(give.numKeyedStateEntries()).isZero();
    assertThat(give.numEventTimeTimers()).isZero();
    give.close();
  }

  @Test
  void theEndOfTheInputForgetsWhatHasNoTime() throws Exception {
    var give = giving();
    give.open();
    give.processElement1(new StreamRecord<>(accepts(), 0));
    give.processBothWatermarks(Watermark.MAX_WATERMARK);
    assertThat(give.numKeyedStateEntries()).isZero();
    assertThat(give.numEventTimeTimers()).isZero();
    give.close();
  }
}
