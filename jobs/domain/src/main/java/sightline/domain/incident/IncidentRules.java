package sightline.domain.incident;

import java.io.Serializable;

/**
 * When an incident is told of again, and when it is over.
 *
 * @param quietMillis session time in which nothing of it was seen, by frames that could have seen it, after which it closes; default
 *     2,000
 * @param silenceMillis append time without any frame after which a session counts as over; default 10,000
 */
public record IncidentRules(long quietMillis, long silenceMillis) implements Serializable {
  public static final IncidentRules DEFAULT = new IncidentRules(2_000, 10_000);

  /** Session time after which an incident that goes on is told of again. */
  static final long TELL_AGAIN_MILLIS = 10_000;
  /** Times the size last told of: whoever is seen so much nearer is told of again. */
  static final double MUCH_NEARER = 2;
  /** A frame speaks for no more of the time before it than this: what lies farther back nobody saw. */
  static final long MOST_QUIET_PER_FRAME_MILLIS = 1_000;

  public IncidentRules {
    if (quietMillis < 0 || silenceMillis < 1) {
      throw new IllegalArgumentException(
          "an incident closes after 0 ms of quiet or more and 1 ms of silence or more, got %s and %s"
              .formatted(quietMillis, silenceMillis));
    }
  }
}
