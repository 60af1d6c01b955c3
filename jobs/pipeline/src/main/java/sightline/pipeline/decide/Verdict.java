package sightline.pipeline.decide;

import sightline.domain.assessment.FrameScore;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.Seen;
import sightline.domain.privacy.Directive;

/** What a frame gets in the end, all of it or nothing; the observation is for those who follow the whole session. */
record Verdict(Directive directive, FrameScore score, Observation observation) {
  static Verdict of(Seen seen, Directive directive, FrameScore score) {
    return new Verdict(directive, score, Observation.of(seen, directive, score));
  }
}
