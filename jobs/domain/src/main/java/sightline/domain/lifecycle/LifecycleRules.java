package sightline.domain.lifecycle;

import java.io.Serializable;

/**
 * What the state machine waits for. All in milliseconds, above 0.
 *
 * @param latenessMillis time of arrival for which an event waits for others that happened before it
 * @param completionMillis age of an accepted task at which it counts as completed or not
 * @param appealMillis time after a rejection at which it counts as appealed or not
 * @param deletionMillis time within which a deletion is promised
 * @param forgetMillis after the last event, when an assignment is forgotten; the longest of all
 */
public record LifecycleRules(
    long latenessMillis,
    long completionMillis,
    long appealMillis,
    long deletionMillis,
    long forgetMillis)
    implements Serializable {
  public LifecycleRules {
    long longest = Math.max(completionMillis, Math.max(appealMillis, deletionMillis));
    if (latenessMillis <= 0
        || completionMillis <= 0
        || appealMillis <= 0
        || deletionMillis <= 0
        || forgetMillis <= longest + latenessMillis) {
      throw new IllegalArgumentException(
          "times are above 0, and an assignment is remembered for longer than all of them");
    }
  }
}
