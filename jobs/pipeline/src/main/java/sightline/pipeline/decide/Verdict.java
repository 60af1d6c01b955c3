package sightline.pipeline.decide;

import sightline.domain.assessment.FrameScore;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.Seen;
import sightline.domain.assessment.TrackMemory;
import sightline.domain.privacy.Directive;
import sightline.domain.verdict.Moment;

/**
 * What a frame gets in the end, all of it or nothing.
 *
 * @param moment for those who follow the whole session
 * @param memory of the session's tracks after it
 */
record Verdict(Directive directive, FrameScore score, Moment moment, TrackMemory memory) {
  static Verdict of(Seen seen, Directive directive, FrameScore score, TrackMemory memory) {
    Observation observation = Observation.of(seen, directive, score);
    return new Verdict(directive, score, Moment.of(seen, observation, score), memory);
  }

  /** The same of a frame that says nothing of the tracks. */
  Verdict with(TrackMemory known) {
    return new Verdict(directive, score, moment, known);
  }
}
