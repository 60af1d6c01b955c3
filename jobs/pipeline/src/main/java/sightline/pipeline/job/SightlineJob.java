package sightline.pipeline.job;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import sightline.domain.control.ControlRecord;
import sightline.domain.feedback.FeedbackRules;
import sightline.domain.verdict.VerdictRules;
import sightline.pipeline.assess.Assess;
import sightline.pipeline.decide.Decide;
import sightline.pipeline.feedback.Feedback;
import sightline.pipeline.incident.Incidents;
import sightline.pipeline.ingest.Ingest;
import sightline.pipeline.lifecycle.Lifecycle;
import sightline.pipeline.preflight.Preflight;
import sightline.pipeline.publish.Publish;
import sightline.pipeline.verdict.SessionVerdicts;
import sightline.pipeline.verdict.VerdictSettings;

/** The main job: frames in; scores, directives, sessions, incidents, alerts, feedback and rejections out. */
public final class SightlineJob {
  private SightlineJob() {}

  /** What the job needs of Flink wherever it runs: no Kryo, no operator without a uid, no copies inside a task. */
  public static Configuration configuration() {
    return new Configuration()
        .set(PipelineOptions.GENERIC_TYPES, false)
        .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
        .set(PipelineOptions.OBJECT_REUSE, true);
  }

  public static void define(StreamExecutionEnvironment env, Ends ends, Settings settings) {
    env.configure(configuration());
    Clock clock = Clock.systemUTC();
    var frames = Ingest.accept(ends.frames(env), settings.ingest());
    var assessed = Assess.frames(frames.accepted(), settings.assess());
    var controls = Ingest.controls(ends.controls(env));
    var reviews = Ingest.reviews(ends.reviews(env), settings.reviews());
    var known = known(ends, settings);
    var decided = Decide.frames(assessed, controls.records(), known, settings.decide());

    ends.publishProvisional(Publish.provisional(decided.provisional(), settings.metrics(), clock));
    ends.publishDirectives(Publish.directives(decided.directives(), settings.metrics(), clock));
    ends.publishScores(Publish.scores(decided.scores(), settings.metrics()));
    var overrides = decided.overrides().union(reviews.overrides());
    ends.publishOverrides(Publish.overrides(overrides, settings.metrics()));
    ends.publishSessions(Publish.sessions(decided.sessions(), settings.metrics()));
    var incidents = Publish.incidents(
        Incidents.of(decided.observations(), settings.incidents()), settings.metrics());
    ends.publishIncidents(incidents);
    ends.publishAlerts(Incidents.alerts(incidents));
    var verdicts = Publish.verdicts(
        SessionVerdicts.of(
            decided.course(),
            reviews.decisions(),
            overrides,
            controls.records(),
            known,
            new VerdictSettings(
                VerdictRules.USUAL,
                settings.decide().judge().spec(),
                settings.decide().session().retentionMillis())),
        settings.metrics());
    ends.publishVerdicts(verdicts);
    ends.publishFeedback(
        Preflight.verdicts(decided.observations(), settings.decide().session()),
        Feedback.of(verdicts, FeedbackRules.DEFAULT));
    var told = Ingest.lifecycle(ends.lifecycle(env), settings.lifecycle());
    var followed = Lifecycle.of(told.events(), settings.lifecycle());
    Publish.missing(followed.missing(), settings.metrics());
    ends.publishRejected(Publish.rejected(
        frames
            .rejected()
            .union(
                decided.rejected(),
                controls.rejected(),
                reviews.rejected(),
                told.rejected(),
                followed.rejected()),
        settings.metrics()));
  }

  /** What a topic says is newer than a file, where both speak of one version of a task. */
  private static List<ControlRecord> known(Ends ends, Settings settings) {
    return Stream.concat(
            settings.specs().stream().map(ControlRecord::of), ends.knownControls().stream())
        .toList();
  }
}
