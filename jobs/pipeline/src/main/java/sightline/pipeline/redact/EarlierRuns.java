package sightline.pipeline.redact;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * What earlier runs of the same consumer group did, as far as it can be known without their state.
 *
 * @param committed offset by partition of {@code redactions} from which no run has handled directives; none where there was no run
 * @param keptSinceMillis epoch milliseconds since which frames that went out are kept
 */
public record EarlierRuns(Map<Integer, Long> committed, long keptSinceMillis)
    implements Serializable {
  /** Of its final directive a review can let a frame go. */
  public static final Duration LIFTED_WITHIN = ReleaseFrames.OLDEST_DIRECTIVE;

  public EarlierRuns {
    committed = Map.copyOf(committed);
  }
}
