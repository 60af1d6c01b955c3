package sightline.pipeline.redact;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.redaction.Unreleased;
import sightline.wire.Topics;
import sightline.wire.UnreadableRecord;

/** Turns records into what they say; one that cannot be read counts as the strictest that it may have said. */
final class ReadInstructions extends ProcessFunction<Unread, Instruction> {
  static final OutputTag<Unreleased> UNREADABLE = new OutputTag<>("unreadable") {};

  private static final Logger LOG = LoggerFactory.getLogger(ReadInstructions.class);

  @Override
  public void processElement(Unread record, Context context, Collector<Instruction> out) {
    @Nullable Instruction said;
    try {
      said = Instructions.read(record);
    } catch (UnreadableRecord e) {
      LOG.error(
          "a record of {} cannot be read: {}, partition {}, offset {}",
          record.origin().topic(),
          e.why(),
          record.origin().partition(),
          record.origin().offset());
      context.output(
          UNREADABLE,
          switch (record.origin().topic()) {
            case Topics.OVERRIDES -> Unreleased.UNREADABLE_OVERRIDE;
            case Topics.REVOCATIONS -> Unreleased.UNREADABLE_REVOCATION;
            default -> Unreleased.UNREADABLE_DIRECTIVE;
          });
      said = Instructions.strictest(record);
    }
    if (said != null) {
      out.collect(said);
    }
  }
}
