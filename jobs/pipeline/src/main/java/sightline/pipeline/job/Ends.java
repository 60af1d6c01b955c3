package sightline.pipeline.job;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import sightline.domain.assessment.FrameScore;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Rejection;
import sightline.domain.incident.Alert;
import sightline.domain.incident.Incident;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.privacy.Directive;
import sightline.domain.session.SessionSummary;

/** Where the job reads and writes: Kafka in operation, files for {@code analyze}, lists in tests. */
public interface Ends {
  /** Records with event time and watermarks on their append times, where they have any. */
  DataStream<Incoming> frames(StreamExecutionEnvironment env);

  /** At least once, within milliseconds. */
  void publishProvisional(DataStream<Directive> provisional);

  void publishDirectives(DataStream<Directive> directives);

  void publishScores(DataStream<FrameScore> scores);

  void publishSessions(DataStream<SessionSummary> sessions);

  void publishIncidents(DataStream<Incident> incidents);

  void publishAlerts(DataStream<Alert> alerts);

  void publishFeedback(DataStream<PreflightVerdict> feedback);

  void publishRejected(DataStream<Rejection> rejected);
}
