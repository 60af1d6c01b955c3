package sightline.pipeline.decide;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.InTime;
import sightline.domain.assessment.JudgeFrame;
import sightline.domain.assessment.ScoreFrame;
import sightline.domain.assessment.Seen;
import sightline.domain.policy.DirectRedaction;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Lateness;

/**
 * Judges frames by all the rules, one after the other. One frame that breaks a rule must not stop the stream: it is withheld as
 * if every detector had failed on it, and the stream goes on.
 */
final class Verdicts {
  private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

  private final JudgeFrame judge;
  private final DirectRedaction redaction;
  private final ScoreFrame scoring;

  Verdicts(DecideSettings settings) {
    judge = settings.judge();
    redaction = new DirectRedaction(settings.policy(), settings.consent());
    scoring = new ScoreFrame(settings.scoring());
  }

  /** The directive at once; the score comes with the final one. */
  Directive provisional(InTime frame) {
    return guarded(frame, redaction::provisional, redaction::provisional);
  }

  Verdict settled(InTime frame) {
    return scored(frame, redaction::settled);
  }

  Verdict late(AssessedFrame frame, Lateness lateness) {
    return scored(InTime.alone(frame), seen -> redaction.late(seen, lateness));
  }

  Verdict overloaded(AssessedFrame frame) {
    return scored(InTime.alone(frame), redaction::overloaded);
  }

  private Verdict scored(InTime frame, Function<Seen, Directive> rule) {
    return guarded(
        frame,
        seen -> Verdict.of(seen, rule.apply(seen), scoring.score(seen)),
        blind -> Verdict.of(blind, rule.apply(blind), scoring.unknown(blind)));
  }

  private <T> T guarded(InTime frame, Function<Seen, T> rules, Function<Seen, T> blindly) {
    try {
      return rules.apply(judge.judge(frame));
    } catch (RuntimeException e) {
      LOG.error("a frame could not be judged and is withheld: {}", e.getClass().getName());
      return blindly.apply(judge.blind(frame.frame()));
    }
  }
}
