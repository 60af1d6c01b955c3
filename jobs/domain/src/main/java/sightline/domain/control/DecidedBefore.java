package sightline.domain.control;

import java.util.HashMap;
import java.util.Map;

/**
 * What is still known of decisions whose frames nobody remembers one by one. Immutable.
 *
 * @param lastAppended when the last frame was appended that was decided under a policy, in epoch milliseconds, by its version
 * @param firstMinute the earliest minute since the epoch that is remembered frame by frame, {@link #NO_MINUTE} for none
 * @param overridden whether the session as a whole was withheld because of a stricter policy
 */
public record DecidedBefore(Map<String, Long> lastAppended, long firstMinute, boolean overridden) {
  public static final long NO_MINUTE = Long.MAX_VALUE;

  public static final DecidedBefore NOTHING = new DecidedBefore(Map.of(), NO_MINUTE, false);

  public DecidedBefore {
    lastAppended = Map.copyOf(lastAppended);
  }

  /** With a minute that is remembered frame by frame. */
  public DecidedBefore remembering(long minute) {
    return new DecidedBefore(lastAppended, Math.min(firstMinute, minute), overridden);
  }

  /**
   * After a minute's frames were forgotten.
   *
   * @param next the earliest minute that is still remembered frame by frame, {@link #NO_MINUTE} for none
   */
  public DecidedBefore forgetting(long minute, DecidedMinute frames, long next) {
    Map<String, Long> last = new HashMap<>(lastAppended);
    for (DecidedMinute.Run run : frames.runs()) {
      last.merge(known(last, frames.policy(run)), endOf(minute, run), Math::max);
    }
    return new DecidedBefore(last, next, overridden);
  }

  private static String known(Map<String, Long> last, String version) {
    boolean room = last.containsKey(version) || last.size() < DecidedMinute.MOST_POLICIES;
    return room ? version : DecidedMinute.UNKNOWN;
  }

  public DecidedBefore afterOverride() {
    return new DecidedBefore(lastAppended, NO_MINUTE, true);
  }

  /** The first moment of a run, in epoch milliseconds. */
  public static long startOf(long minute, DecidedMinute.Run run) {
    return 60_000 * minute + 1_000L * run.second();
  }

  /** Its last moment. */
  public static long endOf(long minute, DecidedMinute.Run run) {
    return startOf(minute, run) + 999;
  }
}
