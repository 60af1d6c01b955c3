package sightline.pipeline.job;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import sightline.domain.assessment.FrameScore;
import sightline.domain.control.ControlRecord;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Rejection;
import sightline.domain.incident.Alert;
import sightline.domain.incident.Incident;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.session.SessionSummary;
import sightline.domain.verdict.SessionVerdict;

/** Where the job reads and writes: Kafka in operation, files for {@code analyze}, lists in tests. */
public interface Ends {
  /** Records with event time and watermarks on their append times, where they have any. */
  DataStream<Incoming> frames(StreamExecutionEnvironment env);

  /**
   * Records that steer the job and come while frames pass. They must not hold back the frames' watermark, however rarely they come.
   */
  default DataStream<Incoming> controls(StreamExecutionEnvironment env) {
    return env.fromSequence(1, 1)
        .uid("source-no-controls")
        .setParallelism(1)
        .flatMap((Long once, Collector<Incoming> out) -> {})
        .returns(TypeInformation.of(Incoming.class))
        .uid("no-controls")
        .setParallelism(1);
  }

  /** Signed reviews, while frames pass or after. Their time is nobody's. */
  default DataStream<Incoming> reviews(StreamExecutionEnvironment env) {
    return env.fromSequence(1, 1)
        .uid("source-no-reviews")
        .setParallelism(1)
        .flatMap((Long once, Collector<Incoming> out) -> {})
        .returns(TypeInformation.of(Incoming.class))
        .uid("no-reviews")
        .setParallelism(1);
  }

  /**
   * What became of tasks that were offered, with event time and watermarks on the times of arrival. They wait for nothing else, and nothing
   * else waits for them.
   */
  default DataStream<Incoming> lifecycle(StreamExecutionEnvironment env) {
    return env.fromSequence(1, 1)
        .uid("source-no-lifecycle")
        .setParallelism(1)
        .flatMap((Long once, Collector<Incoming> out) -> {})
        .returns(TypeInformation.of(Incoming.class))
        .uid("no-lifecycle")
        .setParallelism(1);
  }

  /** Those that were there before the first frame: a bounded run reads its control records to their end first. */
  default List<ControlRecord> knownControls() {
    return List.of();
  }

  /** At least once, within milliseconds. */
  void publishProvisional(DataStream<Directive> provisional);

  void publishDirectives(DataStream<Directive> directives);

  void publishOverrides(DataStream<DirectiveOverride> overrides);

  void publishScores(DataStream<FrameScore> scores);

  void publishSessions(DataStream<SessionSummary> sessions);

  void publishVerdicts(DataStream<SessionVerdict> verdicts);

  void publishIncidents(DataStream<Incident> incidents);

  void publishAlerts(DataStream<Alert> alerts);

  /** What workers are told, all to one place: of test clips and of sessions. */
  void publishFeedback(DataStream<PreflightVerdict> clips, DataStream<SessionFeedback> sessions);

  void publishRejected(DataStream<Rejection> rejected);
}
