package sightline.pipeline.ingest;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.control.ControlRecord;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.wire.ControlRecords;
import sightline.wire.UnreadableRecord;

/** Turns records of the topics that steer the job into what they say. One that cannot be read is not in force, and that is said aloud. */
final class ReadControls extends ProcessFunction<Incoming, ControlRecord> {
  static final OutputTag<Rejection> REJECTED = new OutputTag<>("rejected-controls") {};

  private static final Logger LOG = LoggerFactory.getLogger(ReadControls.class);

  /** A tombstone takes nothing back: what was revoked stays so. */
  @Override
  public void processElement(Incoming incoming, Context context, Collector<ControlRecord> out) {
    if (incoming.value().length == 0) {
      return;
    }
    try {
      out.collect(ControlRecords.read(incoming.origin().topic(), incoming.value()));
    } catch (UnreadableRecord e) {
      LOG.error(
          "a record of {} cannot be read and is not in force: {}, offset {}",
          incoming.origin().topic(),
          e.why(),
          incoming.origin().offset());
      context.output(REJECTED, Rejection.of(incoming.origin(), RejectReason.UNREADABLE_RECORD));
    }
  }
}
