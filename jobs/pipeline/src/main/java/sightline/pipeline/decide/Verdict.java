package sightline.pipeline.decide;

import sightline.domain.assessment.FrameScore;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.Seen;
import sightline.domain.assessment.TrackMemory;
import sightline.domain.privacy.Directive;

/**
 * What a frame gets in the end, all of it or nothing.
 *
 * @param observation for those who follow the whole session
 * @param memory of the session's tracks after it
 */
record Verdict(Directive directive, FrameScore score, Observation observation, TrackMemory memory) {
  static Verdict of(Seen seen, Directive directive, FrameScore score, TrackMemory memory) {
    return new Verdict(directive, score, Observation.of(seen, directive, score), memory);
  }

  /** The same of a frame that says nothing of the tracks. */
  Verdict with(TrackMemory known) {
    return new Verdict(directive, score, observation, known);
  }
}
