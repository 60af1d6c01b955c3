package sightline.pipeline.decide;

import sightline.domain.assessment.FrameScore;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.Seen;
import sightline.domain.privacy.Directive;
import sightline.domain.tracking.TrackNumbers;

/**
 * What a frame gets in the end, all of it or nothing.
 *
 * @param observation for those who follow the whole session
 * @param numbers of the session's tracks after it
 */
record Verdict(
    Directive directive, FrameScore score, Observation observation, TrackNumbers numbers) {
  static Verdict of(Seen seen, Directive directive, FrameScore score, TrackNumbers numbers) {
    return new Verdict(directive, score, Observation.of(seen, directive, score), numbers);
  }

  /** The same of a frame that says nothing of the tracks. */
  Verdict with(TrackNumbers known) {
    return new Verdict(directive, score, observation, known);
  }
}
