package sightline.pipeline.decide;

import sightline.domain.assessment.FrameScore;
import sightline.domain.privacy.Directive;

/** What a frame gets in the end: both, or neither. */
record Verdict(Directive directive, FrameScore score) {}
