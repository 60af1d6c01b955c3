package sightline.pipeline.decide;

import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.FrameScore;
import sightline.domain.control.ControlRecord;
import sightline.domain.frame.Rejection;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.session.SessionSummary;

/** The stage that keeps each session's books and gives every accepted frame its one final directive. */
public final class Decide {
  private Decide() {}

  /**
   * @param provisional one a frame, at once
   * @param directives the final ones
   * @param scores one with each final directive
   * @param sessions one a settlement
   * @param overrides of directives that are out
   * @param rejected duplicates, and frames the books no longer reach back to
   */
  public record Decided(
      DataStream<Directive> provisional,
      DataStream<Directive> directives,
      DataStream<FrameScore> scores,
      DataStream<SessionSummary> sessions,
      DataStream<DirectiveOverride> overrides,
      DataStream<Rejection> rejected) {}

  /**
   * @param controls records that come while frames pass
   * @param known records that were there before the first frame
   */
  public static Decided frames(
      DataStream<AssessedFrame> assessed,
      DataStream<ControlRecord> controls,
      List<ControlRecord> known,
      DecideSettings settings) {
    SingleOutputStreamOperator<Directive> directives = assessed
        .keyBy(frame -> frame.header().session())
        .connect(controls.broadcast(Controls.REVOCATIONS, Controls.POLICIES, Controls.SPECS))
        .process(new DecideFrames(settings, known))
        .name("decide frames")
        .uid("decide-frames");
    return new Decided(
        directives.getSideOutput(DecideFrames.PROVISIONAL),
        directives,
        directives.getSideOutput(DecideFrames.SCORES),
        directives.getSideOutput(DecideFrames.SESSIONS),
        directives.getSideOutput(DecideFrames.OVERRIDES),
        directives.getSideOutput(DecideFrames.REJECTED));
  }
}
