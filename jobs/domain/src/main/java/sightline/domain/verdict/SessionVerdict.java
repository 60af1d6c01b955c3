package sightline.domain.verdict;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Measure;
import sightline.domain.review.RulingReason;

/**
 * What one session is worth and why. A later frame or a review revises it; the highest revision holds.
 *
 * @param revision from 1
 * @param spec version of the task's spec it was held against, null where the task has none
 * @param locale BCP 47 tag of the worker's language as their receipt names it, null where none does
 * @param onReferenceConditions what the verdict would have been had nothing structural (light of the room, resolution, noise, frame
 *     rate) stood against it: the difference is what conditions cost
 * @param ruled why a reviewer coaches or rejects; null where the engine decided, and for ACCEPT
 * @param reasons by weight within the verdict they lead to, those of the verdict first
 * @param counterfactuals single changes that would have turned it, the best first; empty where none would
 * @param score mean score of the frames, 0 to 1
 * @param handsInView share of the assessed time with the hands that the task needs, 0 to 1
 * @param from capture time of the first frame
 * @param to capture time of the last frame
 * @param recordedMillis without interruptions
 * @param rules version of the rules behind the verdict
 */
public record SessionVerdict(
    String session,
    int revision,
    String task,
    @Nullable String spec,
    String deviceClass,
    String region,
    @Nullable String locale,
    Verdict verdict,
    Verdict onReferenceConditions,
    DecidedBy decidedBy,
    @Nullable RulingReason ruled,
    List<Reason> reasons,
    List<Counterfactual> counterfactuals,
    Measure score,
    Measure handsInView,
    Instant from,
    Instant to,
    long recordedMillis,
    String rules) {
  public SessionVerdict {
    reasons = List.copyOf(reasons);
    counterfactuals = List.copyOf(counterfactuals);
    if (revision < 1 || recordedMillis < 0 || to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a verdict has a revision from 1 and a time, got %s, %s ms, %s to %s"
              .formatted(revision, recordedMillis, from, to));
    }
  }

  /** Whether it says the same, whatever its revision. */
  boolean sameAs(SessionVerdict other) {
    return new SessionVerdict(
            session,
            other.revision,
            task,
            spec,
            deviceClass,
            region,
            locale,
            verdict,
            onReferenceConditions,
            decidedBy,
            ruled,
            reasons,
            counterfactuals,
            score,
            handsInView,
            from,
            to,
            recordedMillis,
            rules)
        .equals(other);
  }
}
