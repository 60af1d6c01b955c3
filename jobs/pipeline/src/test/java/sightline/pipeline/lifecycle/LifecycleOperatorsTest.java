package sightline.pipeline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Origin;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.lifecycle.AssignmentBook;
import sightline.domain.lifecycle.AssignmentBook.Waiting;
import sightline.domain.lifecycle.Details;
import sightline.domain.lifecycle.Details.Decision;
import sightline.domain.lifecycle.LifecycleEvent;
import sightline.domain.lifecycle.LifecycleRules;
import sightline.domain.lifecycle.LifecycleStep;
import sightline.domain.operations.Fact;
import sightline.domain.operations.ReadingName;

class LifecycleOperatorsTest {
  private static final long START = Instant.parse("2026-03-01T08:00:00Z").toEpochMilli();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final LifecycleRules RULES =
      new LifecycleRules(10 * MINUTE, 7 * DAY, 14 * DAY, 30 * DAY, 60 * DAY);
  /** Of a book that is full, in a checkpoint. */
  private static final int MOST_BYTES = 96 * 1024;

  private long offset;

  private static KeyedOneInputStreamOperatorTestHarness<String, Waiting, Fact> following()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new FollowAssignments(RULES)),
        waiting -> waiting.event().assignment(),
        Types.STRING);
  }

  private StreamRecord<Waiting> step(
      String assignment, long happened, long arrived, LifecycleStep step, Details details) {
    String id = "%s-%d-%s".formatted(assignment, happened, step);
    Instant at = Instant.ofEpochMilli(START + happened * MINUTE);
    long arrivedMillis = START + arrived * MINUTE;
    return new StreamRecord<>(
        new Waiting(
            new LifecycleEvent(id, assignment, "w", "cup", "phone", "KE", step, at, details),
            new Origin("lifecycle", 0, offset++, arrivedMillis),
            arrivedMillis),
        arrivedMillis);
  }

  private StreamRecord<Waiting> step(long happened, long arrived, LifecycleStep step) {
    return step("a", happened, arrived, step, Details.NONE);
  }

  private static Watermark minute(long minute) {
    return new Watermark(START + minute * MINUTE);
  }

  private static <T> List<T> side(
      KeyedOneInputStreamOperatorTestHarness<String, Waiting, Fact> harness, OutputTag<T> tag) {
    Queue<StreamRecord<T>> out = harness.getSideOutput(tag);
    return out == null ? List.of() : out.stream().map(StreamRecord::getValue).toList();
  }

  @Test
  void stepsThatCameTheWrongWayRoundAreFollowedAsTheyHappened() throws Exception {
    var follow = following();
    follow.open();
    follow.processElement(
        step("a", 30, 30, LifecycleStep.REVIEW_DECIDED, decided(Decision.ACCEPTED)));
    follow.processElement(step(12, 31, LifecycleStep.UPLOAD_ENDED));
    follow.processElement(step(5, 32, LifecycleStep.RECORDING_STARTED));
    follow.processElement(step(0, 33, LifecycleStep.TASK_OFFERED));
    follow.processWatermark(minute(39));
    assertThat(follow.extractOutputValues()).isEmpty();
    follow.processWatermark(minute(40));
    assertThat(follow.extractOutputValues())
        .extracting(Fact::reading, Fact::amount)
        .containsExactly(
            tuple(ReadingName.REJECTION_RATE, 0.0),
            tuple(ReadingName.REVIEW_TIME, 18 * 60.0),
            tuple(ReadingName.FIRST_PASS_ACCEPTANCE, 1.0));
    assertThat(side(follow, FollowAssignments.MISSING))
        .containsExactly(
            LifecycleStep.TASK_ACCEPTED,
            LifecycleStep.CONSENT_ACCEPTED,
            LifecycleStep.RECORDING_ENDED);
    assertThat(side(follow, FollowAssignments.REJECTED)).isEmpty();
    follow.close();
  }

  @Test
  void whatCannotFollowOrCameBeforeIsRejectedWithItsOrigin() throws Exception {
    var follow = following();
    follow.open();
    follow.processElement(
        step("a", 0, 0, LifecycleStep.REVIEW_DECIDED, decided(Decision.REJECTED)));
    follow.processElement(step(1, 1, LifecycleStep.TASK_OFFERED));
    follow.processElement(step(1, 2, LifecycleStep.TASK_OFFERED));
    follow.processWatermark(minute(20));
    follow.processElement(step(0, 21, LifecycleStep.TASK_ACCEPTED));
    assertThat(side(follow, FollowAssignments.REJECTED))
        .extracting(rejection -> rejection.origin().offset(), Rejection::reason)
        .containsExactly(
            tuple(2L, RejectReason.DUPLICATE),
            tuple(0L, RejectReason.LIFECYCLE_IMPOSSIBLE),
            tuple(3L, RejectReason.LIFECYCLE_LATE));
    follow.close();
  }

  @Test
  void whatIsDueIsToldOnceAlsoAfterARestart() throws Exception {
    var first = following();
    first.open();
    first.processElement(step(0, 0, LifecycleStep.TASK_ACCEPTED));
    first.processElement(step("b", 0, 0, LifecycleStep.DELETION_ASKED, Details.NONE));
    first.processWatermark(minute(60));
    assertThat(first.extractOutputValues())
        .extracting(Fact::reading)
        .containsExactly(ReadingName.DELETIONS_OPEN);
    OperatorSubtaskState half = first.snapshot(1, 1);
    first.close();

    var second = following();
    second.initializeState(half);
    second.open();
    second.processWatermark(START + 7 * DAY + 10 * MINUTE - 1);
    assertThat(second.extractOutputValues()).isEmpty();
    second.processWatermark(START + 7 * DAY + 10 * MINUTE);
    second.processWatermark(START + 40 * DAY);
    assertThat(second.extractOutputValues())
        .extracting(Fact::reading, Fact::amount)
        .containsExactly(
            tuple(ReadingName.COMPLETION_RATE, 0.0), tuple(ReadingName.DELETIONS_OVERDUE, 1.0));
    second.close();
  }

  @Test
  void anAssignmentIsForgottenInTimeButNotWhileADeletionIsOpen() throws Exception {
    var follow = following();
    follow.open();
    follow.processElement(step(0, 0, LifecycleStep.TASK_ACCEPTED));
    follow.processElement(step("b", 0, 0, LifecycleStep.DELETION_ASKED, Details.NONE));
    follow.processWatermark(START + 60 * DAY - 1);
    assertThat(follow.numKeyedStateEntries()).isEqualTo(2);
    follow.processWatermark(START + 60 * DAY);
    assertThat(follow.numKeyedStateEntries()).isEqualTo(1);
    follow.processWatermark(START + 300 * DAY);
    assertThat(follow.numKeyedStateEntries()).isEqualTo(1);
    follow.processElement(
        step("b", 300 * 1_440, 300 * 1_440, LifecycleStep.DELETION_DONE, Details.NONE));
    follow.processWatermark(START + 361 * DAY);
    assertThat(follow.numKeyedStateEntries()).isZero();
    assertThat(follow.numEventTimeTimers()).isZero();
    assertThat(follow.extractOutputValues())
        .filteredOn(fact -> fact.reading() != ReadingName.COMPLETION_RATE)
        .extracting(Fact::reading, Fact::amount)
        .containsExactly(
            tuple(ReadingName.DELETIONS_OPEN, 1.0),
            tuple(ReadingName.DELETIONS_OVERDUE, 1.0),
            tuple(ReadingName.DELETIONS_OPEN, -1.0),
            tuple(ReadingName.DELETIONS_OVERDUE, -1.0));
    follow.close();
  }

  @Test
  void atTheEndOfTheInputAllStepsAreFollowedAndNothingIsToldBeforeItsTime() throws Exception {
    var follow = following();
    follow.open();
    follow.processElement(step(0, 0, LifecycleStep.TASK_ACCEPTED));
    follow.processElement(step(5, 5, LifecycleStep.UPLOAD_ENDED));
    follow.processElement(
        step("a", 9, 9, LifecycleStep.REVIEW_DECIDED, decided(Decision.REJECTED)));
    follow.processWatermark(Watermark.MAX_WATERMARK);
    assertThat(follow.extractOutputValues())
        .extracting(Fact::reading)
        .containsExactly(
            ReadingName.REJECTION_RATE, ReadingName.REVIEW_TIME, ReadingName.FIRST_PASS_ACCEPTANCE);
    assertThat(follow.numKeyedStateEntries()).isZero();
    follow.close();
  }

  @Test
  void aFullBookTakesBoundedRoomAndRefusesTheRest() throws Exception {
    AssignmentBook book = AssignmentBook.EMPTY;
    List<Rejection> refused = new ArrayList<>();
    for (int index = 0; index < 2 * AssignmentBook.MOST_EVENTS; index++) {
      AssignmentBook.Turn turn =
          book.plus(step(index, index, LifecycleStep.RECORDING_STARTED).getValue());
      book = turn.book();
      refused.addAll(turn.rejected());
    }
    DataOutputSerializer out = new DataOutputSerializer(1_024);
    TypeInformation.of(AssignmentBook.class)
        .createSerializer(new SerializerConfigImpl())
        .serialize(book, out);
    System.out.printf("a full book takes %d bytes in a checkpoint%n", out.length());
    assertThat(out.length()).isLessThan(MOST_BYTES);
    assertThat(refused)
        .hasSize(AssignmentBook.MOST_EVENTS)
        .extracting(Rejection::reason)
        .containsOnly(RejectReason.LIFECYCLE_TOO_MANY);
  }

  private static Details decided(Decision decision) {
    return Details.decided("r", decision, null);
  }
}
