package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Origin;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.lifecycle.AssignmentBook.Waiting;
import sightline.domain.lifecycle.Details;
import sightline.domain.lifecycle.LifecycleRules;
import sightline.domain.lifecycle.LifecycleStep;
import sightline.wire.LifecycleEvents;
import sightline.wire.WireFormat;
import sightline.wire.avro.LifecycleEvent;

/** Records of the lifecycle topic, as they become events or are refused. */
class ReadLifecycleTest {
  private static final long NOW = Instant.parse("2026-03-01T08:00:00Z").toEpochMilli();
  private static final long LATENESS = Duration.ofMinutes(10).toMillis();
  private static final long FORGET = Duration.ofDays(60).toMillis();
  private static final LifecycleRules RULES = new LifecycleRules(LATENESS, 1, 1, 1, FORGET);

  @SuppressWarnings("NullAway.Init") // made before each test
  private OneInputStreamOperatorTestHarness<Incoming, Waiting> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new ReadLifecycle(RULES)));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static sightline.domain.lifecycle.LifecycleEvent accepted(long at) {
    return new sightline.domain.lifecycle.LifecycleEvent(
        "e",
        "a",
        "w",
        "cup",
        "phone",
        "KE",
        LifecycleStep.TASK_ACCEPTED,
        Instant.ofEpochMilli(at),
        Details.NONE);
  }

  private void read(long at, @Nullable Long appendedAt, Consumer<LifecycleEvent.Builder> change)
      throws Exception {
    LifecycleEvent.Builder event = LifecycleEvent.newBuilder(LifecycleEvents.toAvro(accepted(at)));
    change.accept(event);
    read(WireFormat.LIFECYCLE_EVENT.encode(event.build()), appendedAt);
  }

  private void read(byte[] value, @Nullable Long appendedAt) throws Exception {
    harness.processElement(new Incoming(new Origin("lifecycle", 0, 7, appendedAt), value), 0);
  }

  private List<Rejection> rejected() {
    var records = harness.getSideOutput(ReadLifecycle.REJECTED);
    return records == null
        ? List.of()
        : records.stream().map(record -> record.getValue()).toList();
  }

  @Test
  void anEventArrivesAtTheBrokersTime() throws Exception {
    read(NOW - 5, NOW, event -> {});
    assertThat(harness.extractOutputValues())
        .extracting(Waiting::event, Waiting::arrivedMillis)
        .containsExactly(tuple(accepted(NOW - 5), NOW));
    assertThat(rejected()).isEmpty();
  }

  @Test
  void whatTheBrokersClockCannotBearOutIsRefusedAndTheEdgesAreNot() throws Exception {
    read(NOW + LATENESS, NOW, event -> {});
    read(NOW - FORGET, NOW, event -> {});
    assertThat(harness.extractOutputValues()).hasSize(2);
    read(NOW + LATENESS + 1, NOW, event -> {});
    read(NOW - FORGET - 1, NOW, event -> {});
    assertThat(harness.extractOutputValues()).hasSize(2);
    assertThat(rejected())
        .extracting(Rejection::reason, Rejection::measured, Rejection::limit)
        .containsExactly(
            tuple(RejectReason.LIFECYCLE_INVALID, NOW + LATENESS + 1, NOW + LATENESS),
            tuple(RejectReason.LIFECYCLE_LATE, NOW - FORGET - 1, NOW - FORGET));
  }

  @Test
  void whatLacksWhatItCannotDoWithoutOrIsTooLongToKeepIsRefused() throws Exception {
    read(NOW, NOW, event -> event.setStep(LifecycleStep.REVIEW_DECIDED.name()));
    read(NOW, NOW, event -> event.setAssignment(" "));
    read(NOW, NOW, event -> event.setWorker("w".repeat(201)));
    read(NOW, NOW, event -> event.setReason("r".repeat(201)));
    read(NOW, NOW, event -> event.setPayMinorUnits(5L));
    assertThat(rejected())
        .hasSize(5)
        .extracting(Rejection::reason)
        .containsOnly(RejectReason.LIFECYCLE_INVALID);
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsRefusedAndATombstoneSaysNothing() throws Exception {
    read(new byte[] {1, 2, 3}, NOW);
    read(NOW, NOW, event -> event.setStep("DANCED"));
    read(NOW, NOW, event -> event.setKeyId("k"));
    read(new byte[0], NOW);
    assertThat(rejected())
        .extracting(Rejection::reason)
        .containsExactly(
            RejectReason.UNREADABLE_RECORD,
            RejectReason.UNREADABLE_RECORD,
            RejectReason.CIPHER_UNSUPPORTED);
    assertThat(harness.extractOutputValues()).isEmpty();
  }
}
