package sightline.pipeline.verdict;

import sightline.domain.verdict.SessionEvidence;

/**
 * All that a session keeps while frames of it may come.
 *
 * @param untilMillis append time at which it is forgotten, unless another frame comes
 * @param timerAt event time of the one timer that stands
 */
public record GatheredSession(SessionEvidence evidence, long untilMillis, long timerAt) {
  GatheredSession with(SessionEvidence other) {
    return new GatheredSession(other, untilMillis, timerAt);
  }
}
