package sightline.pipeline.decide;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.FrameScore;
import sightline.domain.assessment.Observation;
import sightline.domain.frame.Rejection;
import sightline.domain.privacy.Directive;
import sightline.domain.session.SessionSummary;

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
   * @param rejected duplicates, and frames the books no longer reach back to
   */
  public record Decided(
      DataStream<Directive> provisional,
      DataStream<Directive> directives,
      DataStream<FrameScore> scores,
      DataStream<SessionSummary> sessions,
      KeyedStream<Observation, String> observations,
      DataStream<Rejection> rejected) {}

  public static Decided frames(DataStream<AssessedFrame> assessed, DecideSettings settings) {
    SingleOutputStreamOperator<Directive> directives = assessed
        .keyBy(frame -> frame.header().session())
        .process(new DecideFrames(settings))
        .name("decide frames")
        .uid("decide-frames");
    return new Decided(
        directives.getSideOutput(DecideFrames.PROVISIONAL),
        directives,
        directives.getSideOutput(DecideFrames.SCORES),
        directives.getSideOutput(DecideFrames.SESSIONS),
        // they leave the task that their session's frames were sent to: no second shuffle is
        // needed, and none could mix
        // their order
        DataStreamUtils.reinterpretAsKeyedStream(
            directives.getSideOutput(DecideFrames.OBSERVATIONS),
            Observation::session,
            Types.STRING),
        directives.getSideOutput(DecideFrames.REJECTED));
  }
}
