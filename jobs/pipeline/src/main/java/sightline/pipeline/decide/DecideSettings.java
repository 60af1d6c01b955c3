package sightline.pipeline.decide;

import java.io.Serializable;
import sightline.domain.assessment.JudgeFrame;
import sightline.domain.framing.FramingSpec;
import sightline.domain.policy.Policy;
import sightline.domain.privacy.Consent;
import sightline.domain.quality.Scoring;
import sightline.domain.session.SessionRules;

/**
 * By which rules frames are judged.
 *
 * @param reviewFrom doubt from which people have to look at a frame, {@link
 *     sightline.domain.policy.DirectRedaction#NEVER} for none
 */
public record DecideSettings(
    Policy policy,
    Consent consent,
    double reviewFrom,
    Scoring scoring,
    JudgeFrame judge,
    SessionRules session)
    implements Serializable {

  /** The same rules but for these. */
  DecideSettings under(Policy other, FramingSpec spec) {
    return new DecideSettings(other, consent, reviewFrom, scoring, judge.under(spec), session);
  }
}
