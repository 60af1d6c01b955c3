package sightline.pipeline.feedback;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import sightline.domain.feedback.FeedbackRules;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.verdict.SessionVerdict;
import sightline.words.Catalogue;

/** Says a verdict in the language that its worker's receipt names; keeps no state. */
final class WordVerdict extends RichMapFunction<SessionVerdict, SessionFeedback> {
  private final int breakAfterMinutes;
  private final int mostAdvice;

  @SuppressWarnings("NullAway.Init") // opened before the first verdict
  private transient FeedbackRules rules;

  @SuppressWarnings("NullAway.Init") // opened before the first verdict
  private transient Catalogue words;

  WordVerdict(FeedbackRules rules) {
    breakAfterMinutes = rules.breakAfterMinutes();
    mostAdvice = rules.mostAdvice();
  }

  @Override
  public void open(OpenContext context) {
    rules = new FeedbackRules(breakAfterMinutes, mostAdvice);
    words = Catalogue.open();
  }

  @Override
  public SessionFeedback map(SessionVerdict verdict) {
    return SessionFeedback.of(verdict, rules, words);
  }
}
