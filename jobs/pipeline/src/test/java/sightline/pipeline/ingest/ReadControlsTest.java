package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sightline.domain.control.ControlRecord;
import sightline.domain.control.Revocation;
import sightline.domain.control.RevocationReason;
import sightline.domain.control.RevokedBy;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Origin;
import sightline.domain.frame.RejectReason;
import sightline.wire.Revocations;
import sightline.wire.Topics;
import sightline.wire.WireFormat;

class ReadControlsTest {
  private static final Revocation REVOCATION =
      new Revocation(RevokedBy.SESSION, "s", Instant.ofEpochMilli(5), RevocationReason.WITHDRAWN);
  private static final byte[] WRITTEN =
      WireFormat.REVOCATION.encode(Revocations.toAvro(REVOCATION));

  @SuppressWarnings("NullAway.Init") // opened before each test
  private OneInputStreamOperatorTestHarness<Incoming, ControlRecord> harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new ReadControls()));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void read(String topic, byte[] value) throws Exception {
    harness.processElement(new Incoming(new Origin(topic, 0, 7, 5L), value), 5);
  }

  @Test
  void readsWhatItsTopicCarries() throws Exception {
    read(Topics.REVOCATIONS, WRITTEN);
    assertThat(harness.extractOutputValues()).containsExactly(ControlRecord.of(REVOCATION));
  }

  @Test
  void whatCannotBeReadIsCountedWithItsOriginAndStopsNothing() throws Exception {
    read(Topics.POLICIES, WRITTEN);
    read(Topics.REVOCATIONS, new byte[] {1, 2, 3});
    read(Topics.REVOCATIONS, WRITTEN);
    assertThat(harness.getSideOutput(ReadControls.REJECTED))
        .extracting(rejected -> rejected.getValue().reason())
        .containsExactly(RejectReason.UNREADABLE_RECORD, RejectReason.UNREADABLE_RECORD);
    assertThat(harness
            .getSideOutput(ReadControls.REJECTED)
            .peek()
            .getValue()
            .origin()
            .topic())
        .isEqualTo(Topics.POLICIES);
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void aTombstoneLiftsNothing() throws Exception {
    read(Topics.REVOCATIONS, new byte[0]);
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.getSideOutput(ReadControls.REJECTED)).isNull();
  }
}
