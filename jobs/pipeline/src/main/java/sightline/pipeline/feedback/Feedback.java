package sightline.pipeline.feedback;

import org.apache.flink.streaming.api.datastream.DataStream;
import sightline.domain.feedback.FeedbackRules;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.verdict.SessionVerdict;

/** The stage that puts verdicts into the worker's words. */
public final class Feedback {
  private Feedback() {}

  /**
   * One feedback a verdict, in the tasks that made the verdicts, so that a session's revisions keep their order.
   *
   * @param verdicts in the order of their revisions within a session
   */
  public static DataStream<SessionFeedback> of(
      DataStream<SessionVerdict> verdicts, FeedbackRules rules) {
    return verdicts
        .map(new WordVerdict(rules))
        .returns(SessionFeedback.class)
        .name("word verdict")
        .uid("feedback-words");
  }
}
