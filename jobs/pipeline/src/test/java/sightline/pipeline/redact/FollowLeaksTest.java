package sightline.pipeline.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sightline.domain.leak.CohortLeaks;
import sightline.domain.leak.LeakCounts;
import sightline.domain.leak.LeakReadings;
import sightline.domain.leak.LeakWindow;
import sightline.domain.leak.Outcome;
import sightline.domain.leak.PassQuality;
import sightline.domain.operations.OperationsReading;

class FollowLeaksTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long NOW = 500_000 * HOUR;
  private static final int ENOUGH = 2;

  private KeyedOneInputStreamOperatorTestHarness<String, Examined, OperationsReading> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.setProcessingTime(NOW);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Examined, OperationsReading>
      harness() throws Exception {
    return harness("pass-1");
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Examined, OperationsReading>
      harness(String measuredBy) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new FollowLeaks(
            measuredBy,
            new LeakReadings(new PassQuality(100, 20, 1_000, 10), LeakWindow.DAY),
            ENOUGH)),
        examined -> measuredBy,
        Types.STRING);
  }

  @Test
  void aCohortIsToldByNameOnceEnoughWorkersStandBehindIt() throws Exception {
    see(Outcome.CLEAN, "phone-mid", 1);
    see(Outcome.LEAK, "phone-mid", 1);
    pass(Duration.ofMinutes(1));
    assertThat(told()).containsExactly("other 1/2");

    see(Outcome.CLEAN, "phone-mid", 2);
    see(Outcome.CLEAN, "phone-low", 3);
    pass(Duration.ofMinutes(1));
    assertThat(told()).containsExactlyInAnyOrder("phone-mid/ke-nairobi 1/3", "other 0/1");
  }

  @Test
  void whatIsNotCleanAndNoLeakDoesNotCount() throws Exception {
    for (Outcome outcome : Outcome.values()) {
      see(outcome, "phone-mid", 1);
    }
    pass(Duration.ofMinutes(1));
    assertThat(told()).containsExactly("other 1/2");
  }

  @Test
  void nothingIsToldTwiceWhileNothingChanges() throws Exception {
    see(Outcome.CLEAN, "phone-mid", 1);
    pass(Duration.ofMinutes(30));
    assertThat(told()).containsExactly("other 0/1");
  }

  @Test
  void afterADayNothingIsLeftOfItAndItIsNotAssessed() throws Exception {
    see(Outcome.CLEAN, "phone-mid", 1);
    see(Outcome.CLEAN, "phone-mid", 2);
    pass(Duration.ofMinutes(1));
    told();
    pass(Duration.ofHours(24));

    assertThat(harness.extractOutputValues()).hasSize(1).first().satisfies(over -> {
      assertThat(over.cohort()).isEqualTo("phone-mid/ke-nairobi");
      assertThat(over.value().assessed()).isFalse();
    });
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void aRestartForgetsNoCountAndTellsItAgain() throws Exception {
    see(Outcome.LEAK, "phone-mid", 1);
    pass(Duration.ofMinutes(1));
    OperatorSubtaskState state = harness.snapshot(1, NOW);
    harness.close();
    harness = harness();
    harness.setProcessingTime(NOW + Duration.ofMinutes(2).toMillis());
    harness.initializeState(state);
    harness.open();
    pass(Duration.ofMinutes(3));
    assertThat(told()).containsExactly("other 1/1");
    see(Outcome.CLEAN, "phone-mid", 2);
    pass(Duration.ofMinutes(4));
    assertThat(told())
        .as("nothing is left among the others")
        .containsExactly("phone-mid/ke-nairobi 1/2", "other 0/0");
  }

  @Test
  void whatAnotherPassCountedIsForgotten() throws Exception {
    see(Outcome.LEAK, "phone-mid", 1);
    OperatorSubtaskState state = harness.snapshot(1, NOW);
    harness.close();
    harness = harness("pass-2");
    harness.setProcessingTime(NOW);
    harness.initializeState(state);
    harness.open();
    see(Outcome.CLEAN, "phone-mid", 2);
    pass(Duration.ofMinutes(1));
    assertThat(told()).containsExactly("other 0/1");
    pass(Duration.ofHours(25));
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void namesThatDevicesInventFillNoState() throws Exception {
    for (int name = 0; name < FollowLeaks.MOST_COHORTS + 500; name++) {
      see(Outcome.CLEAN, "phone-" + name, name);
    }
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    pass(Duration.ofMinutes(1));
    assertThat(told()).containsExactly("other 0/" + (FollowLeaks.MOST_COHORTS + 500));
  }

  @Test
  void theStateOfACohortIsSmall() throws Exception {
    CohortLeaks cohort = CohortLeaks.none("phone-with-a-long-name", "a-region-in-the-north");
    for (int frame = 0; frame < 24; frame++) {
      long worker = Math.min(frame, 8);
      cohort = cohort.plus(new LeakCounts(1, 0), NOW + frame * HOUR, worker, 10);
    }
    DataOutputSerializer bytes = new DataOutputSerializer(1_024);
    TypeInformation.of(CohortLeaks.class)
        .createSerializer(new SerializerConfigImpl())
        .serialize(cohort, bytes);
    System.out.printf("state of a cohort: %s bytes%n", bytes.length());
    assertThat(bytes.length()).isLessThanOrEqualTo(1_024);
  }

  private void see(Outcome outcome, String deviceClass, long worker) throws Exception {
    harness.processElement(
        new StreamRecord<>(new Examined(outcome, deviceClass, "ke-nairobi", worker, null)));
  }

  private void pass(Duration since) throws Exception {
    harness.setProcessingTime(
        Math.max(harness.getProcessingTime() + FollowLeaks.EVERY, NOW + since.toMillis()));
  }

  /** What was told since it was last asked. */
  private List<String> told() {
    List<String> told = harness.extractOutputValues().stream()
        .map(reading -> "%s %s/%s".formatted(reading.cohort(), reading.count(), reading.of()))
        .toList();
    harness.getOutput().clear();
    return told;
  }
}
