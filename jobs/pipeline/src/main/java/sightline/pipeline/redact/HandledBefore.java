package sightline.pipeline.redact;

import org.apache.flink.api.common.functions.FilterFunction;
import sightline.domain.privacy.Directive;
import sightline.wire.Directives;
import sightline.wire.Topics;
import sightline.wire.UnreadableRecord;
import sightline.wire.WireFormat;

/**
 * Leaves out the directives that an earlier run of the same group handled and whose frames are kept by nobody any more. Only a frame
 * that was withheld, and that a review may have let go since, can be out for longer than its directive is old.
 */
final class HandledBefore implements FilterFunction<Unread> {
  private final EarlierRuns earlier;

  HandledBefore(EarlierRuns earlier) {
    this.earlier = earlier;
  }

  @Override
  public boolean filter(Unread record) {
    return !record.origin().topic().equals(Topics.REDACTIONS)
        || record.origin().offset()
            >= earlier.committed().getOrDefault(record.origin().partition(), 0L)
        || Instructions.writtenAt(record) >= earlier.keptSinceMillis()
        || mayHaveBeenLetGo(record);
  }

  private static boolean mayHaveBeenLetGo(Unread record) {
    if (record.value().length == 0) {
      return false;
    }
    try {
      Directive directive = Directives.fromAvro(WireFormat.DIRECTIVE.decode(record.value()));
      return KeptFrame.liftable(directive);
    } catch (UnreadableRecord countedThen) {
      return false;
    }
  }
}
