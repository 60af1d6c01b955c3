package sightline.pipeline.decide;

import java.io.Serializable;
import sightline.domain.assessment.JudgeFrame;
import sightline.domain.framing.FramingSpec;
import sightline.domain.policy.Policy;
import sightline.domain.privacy.Consent;
import sightline.domain.quality.Scoring;
import sightline.domain.session.SessionRules;

/** By which rules frames are judged. */
public record DecideSettings(
    Policy policy, Consent consent, Scoring scoring, JudgeFrame judge, SessionRules session)
    implements Serializable {

  /** The same rules but for these. */
  DecideSettings under(Policy other, FramingSpec spec) {
    return new DecideSettings(other, consent, scoring, judge.under(spec), session);
  }
}
