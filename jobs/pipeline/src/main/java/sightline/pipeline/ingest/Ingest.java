package sightline.pipeline.ingest;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import sightline.domain.control.ControlRecord;
import sightline.domain.frame.AcceptedFrame;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Rejection;
import sightline.domain.lifecycle.AssignmentBook.Waiting;
import sightline.domain.lifecycle.LifecycleRules;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.review.SessionDecision;

/**
 * The stage that decides which records are frames, before any native code touches a byte. It runs at its
 * input's parallelism, so that it is chained to it: pixels stay in the task that read them, and a session keeps its order.
 */
public final class Ingest {
  private Ingest() {}

  /**
   * @param accepted frames whose header checks passed
   * @param rejected every other record, once each
   */
  public record Ingested(DataStream<AcceptedFrame> accepted, DataStream<Rejection> rejected) {}

  /**
   * @param records that steer the job
   * @param rejected those that cannot be read
   */
  public record Controlled(DataStream<ControlRecord> records, DataStream<Rejection> rejected) {}

  public static Controlled controls(DataStream<Incoming> controls) {
    SingleOutputStreamOperator<ControlRecord> read = controls
        .process(new ReadControls())
        .name("read controls")
        .uid("ingest-read-controls")
        .setParallelism(controls.getParallelism());
    return new Controlled(read, read.getSideOutput(ReadControls.REJECTED));
  }

  /**
   * What people who looked at frames and sessions decided.
   *
   * @param overrides of the frames they looked at
   * @param decisions about sessions; the same one may come more than once, and {@code SessionDecisions} says what counts
   * @param rejected reviews that are not believed, or decide what no review can
   */
  public record Reviewed(
      DataStream<DirectiveOverride> overrides,
      DataStream<SessionDecision> decisions,
      DataStream<Rejection> rejected) {}

  public static Reviewed reviews(DataStream<Incoming> reviews, ReviewSettings settings) {
    SingleOutputStreamOperator<DirectiveOverride> read = reviews
        .process(new ReadReviews(settings))
        .returns(TypeInformation.of(DirectiveOverride.class))
        .name("read reviews")
        .uid("ingest-read-reviews")
        .setParallelism(reviews.getParallelism());
    return new Reviewed(
        read, read.getSideOutput(ReadReviews.DECISIONS), read.getSideOutput(ReadReviews.REJECTED));
  }

  /**
   * What became of tasks that were offered.
   *
   * @param events as they arrived, each assignment's in one partition
   * @param rejected those that cannot be read, or are dated before or after what the broker's clock can bear out
   */
  public record Told(DataStream<Waiting> events, DataStream<Rejection> rejected) {}

  public static Told lifecycle(DataStream<Incoming> lifecycle, LifecycleRules rules) {
    SingleOutputStreamOperator<Waiting> read = lifecycle
        .process(new ReadLifecycle(rules))
        .returns(TypeInformation.of(Waiting.class))
        .name("read lifecycle")
        .uid("ingest-read-lifecycle")
        .setParallelism(lifecycle.getParallelism());
    return new Told(read, read.getSideOutput(ReadLifecycle.REJECTED));
  }

  public static Ingested accept(DataStream<Incoming> frames, IngestSettings settings) {
    SingleOutputStreamOperator<AcceptedFrame> accepted = frames
        .process(new AcceptFrames(settings))
        .name("accept frames")
        .uid("ingest-accept-frames")
        .setParallelism(frames.getParallelism());
    return new Ingested(accepted, accepted.getSideOutput(AcceptFrames.REJECTED));
  }
}
