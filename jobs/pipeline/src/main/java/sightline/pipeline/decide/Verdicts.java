package sightline.pipeline.decide;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.InTime;
import sightline.domain.assessment.JudgeFrame;
import sightline.domain.assessment.Judged;
import sightline.domain.assessment.ScoreFrame;
import sightline.domain.assessment.Seen;
import sightline.domain.assessment.TrackMemory;
import sightline.domain.framing.Motions;
import sightline.domain.policy.DirectRedaction;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Lateness;
import sightline.domain.quality.Scoring;

/**
 * Judges frames by all the rules, one after the other. One frame that breaks a rule must not stop the stream: it is withheld as
 * if every detector had failed on it, and the stream goes on.
 */
final class Verdicts {
  private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

  private final JudgeFrame judge;
  private final DirectRedaction redaction;
  private final ScoreFrame scoring;
  private final Motions motions;

  Verdicts(DecideSettings settings) {
    this(
        settings.judge(),
        new DirectRedaction(settings.policy(), settings.consent(), settings.reviewFrom()),
        new ScoreFrame(settings.scoring()),
        new Motions());
  }

  private Verdicts(
      JudgeFrame judge, DirectRedaction redaction, ScoreFrame scoring, Motions motions) {
    this.judge = judge;
    this.redaction = redaction;
    this.scoring = scoring;
    this.motions = motions;
  }

  /** The same rules, with what they remember of motion, under other scoring rules. */
  Verdicts scoredBy(Scoring other) {
    return other.equals(scoring.scoring())
        ? this
        : new Verdicts(judge, redaction, new ScoreFrame(other), motions);
  }

  /**
   * The directive at once; the score comes with the final one.
   *
   * @param known of the session's tracks; what is new is not kept, as more is known of them later
   */
  Directive provisional(InTime frame, TrackMemory known) {
    return guarded(
        frame, known, judged -> redaction.provisional(judged.seen()), redaction::provisional);
  }

  Verdict settled(InTime frame, TrackMemory known) {
    return scored(frame, known, redaction::settled);
  }

  Verdict late(AssessedFrame frame, Lateness lateness, TrackMemory known) {
    return alone(frame, known, seen -> redaction.late(seen, lateness));
  }

  Verdict overloaded(AssessedFrame frame, TrackMemory known) {
    return alone(frame, known, redaction::overloaded);
  }

  /** A frame out of its order says nothing of the tracks that the session follows. */
  private Verdict alone(AssessedFrame frame, TrackMemory known, Function<Seen, Directive> rule) {
    return scored(InTime.alone(frame), known, rule).with(known);
  }

  private Verdict scored(InTime frame, TrackMemory known, Function<Seen, Directive> rule) {
    return guarded(
        frame,
        known,
        judged -> Verdict.of(
            judged.seen(),
            rule.apply(judged.seen()),
            scoring.score(judged.seen()),
            judged.memory()),
        blind -> Verdict.of(blind, rule.apply(blind), scoring.unknown(blind), known));
  }

  private <T> T guarded(
      InTime frame, TrackMemory known, Function<Judged, T> rules, Function<Seen, T> blindly) {
    try {
      return rules.apply(judge.judge(frame, known, motions));
    } catch (RuntimeException e) {
      LOG.error("a frame could not be judged and is withheld: {}", e.getClass().getName());
      return blindly.apply(judge.blind(frame.frame()));
    }
  }
}
