package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import sightline.domain.frame.AcceptedFrame;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Origin;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.pipeline.Sample;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;

/** {@link AcceptFrames} in Flink's harness: what goes in, and what came of it. */
final class AcceptHarness implements AutoCloseable {
  private static final Origin ORIGIN = new Origin("frames", 1, 42, 5L);

  private final OneInputStreamOperatorTestHarness<Incoming, AcceptedFrame> harness;

  private AcceptHarness(IngestSettings settings) throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new AcceptFrames(settings)));
    harness.open();
  }

  static AcceptHarness open() throws Exception {
    return open(Map.of());
  }

  /** Under these settings beside the tests' own. */
  static AcceptHarness open(Map<String, String> more) throws Exception {
    return new AcceptHarness(Sample.settings(more).ingest());
  }

  /** In a process that draws scenes and signs them with this key. */
  static AcceptHarness openFor(byte[] drawnKey) throws Exception {
    IngestSettings settings = Sample.settings(Map.of()).ingest();
    return new AcceptHarness(new IngestSettings(
        settings.tasks(),
        settings.limits(),
        settings.references(),
        settings.referenceTimeout(),
        settings.consent(),
        drawnKey));
  }

  void read(byte[] value) throws Exception {
    harness.processElement(new Incoming(ORIGIN, value), 5);
  }

  void read(Frame.Builder frame) throws Exception {
    read(WireFormat.FRAME.encode(frame.build()));
  }

  List<AcceptedFrame> accepted() {
    return harness.extractOutputValues();
  }

  List<Rejection> rejected() {
    var records = harness.getSideOutput(AcceptFrames.REJECTED);
    return records == null
        ? List.of()
        : records.stream().map(record -> record.getValue()).toList();
  }

  /** Everything read so far was one thing, and it was refused. */
  void assertRefused(RejectReason reason) {
    assertThat(accepted()).isEmpty();
    assertThat(rejected()).singleElement().satisfies(rejection -> {
      assertThat(rejection.reason()).isEqualTo(reason);
      assertThat(rejection.origin()).isEqualTo(ORIGIN);
    });
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
