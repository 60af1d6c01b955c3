package sightline.pipeline.decide;

import sightline.domain.assessment.FrameScore;
import sightline.domain.privacy.Directive;
import sightline.domain.tracking.TrackNumbers;

/**
 * What a frame gets in the end: directive and score, or neither.
 *
 * @param numbers of the session's tracks after it
 */
record Verdict(Directive directive, FrameScore score, TrackNumbers numbers) {}
