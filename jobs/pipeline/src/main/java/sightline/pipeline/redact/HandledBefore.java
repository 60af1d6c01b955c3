package sightline.pipeline.redact;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.functions.FilterFunction;
import sightline.domain.privacy.Directive;
import sightline.wire.Directives;
import sightline.wire.Topics;
import sightline.wire.UnreadableRecord;
import sightline.wire.WireFormat;

/**
 * Leaves out the directives that an earlier run of the same group handled and whose frames are kept by nobody any more. Only a frame
 * that was withheld, and that a review may have let go since, can be out for longer than its directive is old.
 *
 * @param committed offset by partition of {@code redactions} from which no run has handled directives
 * @param keptSinceMillis epoch milliseconds since which frames that went out are kept
 */
public record HandledBefore(Map<Integer, Long> committed, long keptSinceMillis)
    implements FilterFunction<Unread> {
  /** Of its final directive. */
  public static final Duration LIFTED_WITHIN = ReleaseFrames.OLDEST_DIRECTIVE;

  public HandledBefore {
    committed = Map.copyOf(committed);
  }

  @Override
  public boolean filter(Unread record) {
    return !record.origin().topic().equals(Topics.REDACTIONS)
        || record.origin().offset() >= committed.getOrDefault(record.origin().partition(), 0L)
        || Instructions.writtenAt(record) >= keptSinceMillis
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
