package sightline.pipeline.decide;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.FrameScore;
import sightline.domain.assessment.Observation;
import sightline.domain.control.ControlRecord;
import sightline.domain.frame.Rejection;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.session.SessionSummary;
import sightline.domain.verdict.Course;

/** The stage that keeps each session's books and gives every accepted frame its one final directive. */
public final class Decide {
  private Decide() {}

  /**
   * @param provisional one a frame, at once
   * @param directives the final ones
   * @param scores one with each final directive
   * @param sessions one a settlement
   * @param observations one with each final directive, keyed by session as the frames were; a session's in order of index, but for
   *     those that are not in place
   * @param course the recorded frames' final word and the settlements, a session's in the order in which they happened; keyed likewise
   * @param overrides of directives that are out
   * @param rejected duplicates, and frames the books no longer reach back to
   */
  public record Decided(
      DataStream<Directive> provisional,
      DataStream<Directive> directives,
      DataStream<FrameScore> scores,
      DataStream<SessionSummary> sessions,
      KeyedStream<Observation, String> observations,
      KeyedStream<Course, String> course,
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
        // They leave the task that their session's frames were sent to, and keep their order
        // without a second shuffle.
        DataStreamUtils.reinterpretAsKeyedStream(
            directives.getSideOutput(DecideFrames.OBSERVATIONS),
            Observation::session,
            Types.STRING),
        DataStreamUtils.reinterpretAsKeyedStream(
            directives.getSideOutput(DecideFrames.COURSE), Course::session, Types.STRING),
        directives.getSideOutput(DecideFrames.OVERRIDES),
        directives.getSideOutput(DecideFrames.REJECTED));
  }
}
