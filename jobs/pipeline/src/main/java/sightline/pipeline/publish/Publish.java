package sightline.pipeline.publish;

import java.io.Serializable;
import java.time.Clock;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.FrameScore;
import sightline.domain.frame.Rejection;
import sightline.domain.incident.Incident;
import sightline.domain.leak.Outcome;
import sightline.domain.lifecycle.LifecycleStep;
import sightline.domain.operations.OperationsReading;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Measure;
import sightline.domain.redaction.Unreleased;
import sightline.domain.session.SessionSummary;
import sightline.domain.verdict.SessionVerdict;
import sightline.wire.Topics;

/** The stage that counts what goes out, on its way to the sinks. */
public final class Publish {
  private Publish() {}

  public static DataStream<Directive> provisional(
      DataStream<Directive> provisional, MetricsSettings settings, Clock clock) {
    return counted(
        provisional,
        Directive.class,
        "provisional",
        settings,
        (directive, metrics) -> delay(directive, clock, metrics, Metric.PROVISIONAL_DELAY));
  }

  public static DataStream<Directive> directives(
      DataStream<Directive> directives, MetricsSettings settings, Clock clock) {
    return counted(directives, Directive.class, "directives", settings, (directive, metrics) -> {
      metrics.count(Metric.FRAMES_FINAL, label(directive.disposition()));
      for (WithholdReason reason : directive.withheldBecause()) {
        metrics.count(Metric.FRAMES_WITHHELD, label(reason));
      }
      for (Region region : directive.regions()) {
        metrics.count(Metric.REGIONS, label(region.kind()));
      }
      metrics.mark(Metric.MODELS, directive.models());
      delay(directive, clock, metrics, Metric.FINAL_DELAY);
    });
  }

  public static DataStream<DirectiveOverride> overrides(
      DataStream<DirectiveOverride> overrides, MetricsSettings settings) {
    return counted(
        overrides, DirectiveOverride.class, "overrides", settings, (override, metrics) -> {
          metrics.count(Metric.OVERRIDES, label(override.cause()));
          if (override.cause() == OverrideCause.REVIEW) {
            metrics.count(Metric.REVIEWS, label(override.disposition()));
          }
        });
  }

  public static DataStream<FrameScore> scores(
      DataStream<FrameScore> scores, MetricsSettings settings) {
    return counted(scores, FrameScore.class, "scores", settings, (score, metrics) -> {
      Measure value = score.score().value();
      if (value.unassessed() == null) {
        metrics.observe(Metric.FRAME_SCORE, value.orThrow());
      } else {
        metrics.count(Metric.FRAME_SCORE_UNASSESSED, label(value.unassessed()));
      }
    });
  }

  public static DataStream<SessionSummary> sessions(
      DataStream<SessionSummary> sessions, MetricsSettings settings) {
    return counted(
        sessions,
        SessionSummary.class,
        "sessions",
        settings,
        (session, metrics) -> metrics.count(Metric.SESSIONS_SETTLED, label(session.settlement())));
  }

  public static DataStream<SessionVerdict> verdicts(
      DataStream<SessionVerdict> verdicts, MetricsSettings settings) {
    return counted(verdicts, SessionVerdict.class, "verdicts", settings, (verdict, metrics) -> {
      metrics.count(Metric.VERDICTS, label(verdict.verdict()));
      if (!verdict.reasons().isEmpty()) {
        metrics.count(Metric.VERDICT_REASONS, label(verdict.reasons().get(0).code()));
      }
    });
  }

  public static DataStream<Incident> incidents(
      DataStream<Incident> incidents, MetricsSettings settings) {
    return counted(incidents, Incident.class, "incidents", settings, (incident, metrics) -> {
      String kind = label(incident.kind());
      switch (incident.state()) {
        case OPENED -> {
          metrics.count(Metric.INCIDENTS_OPENED, kind);
          metrics.rise(Metric.INCIDENTS_OPEN, kind);
        }
        case UPDATED -> {}
        case CLOSED -> metrics.fall(Metric.INCIDENTS_OPEN, kind);
      }
    });
  }

  public static DataStream<Rejection> rejected(
      DataStream<Rejection> rejected, MetricsSettings settings) {
    return counted(rejected, Rejection.class, "rejected", settings, (rejection, metrics) -> {
      metrics.count(Metric.FRAMES_REJECTED, label(rejection.reason()));
      if (rejection.origin().topic().equals(Topics.REVIEWS)) {
        metrics.count(Metric.REVIEWS, label(rejection.reason()));
      }
    });
  }

  /** Counts steps of assignments that nobody told of. They go nowhere else. */
  public static void missing(DataStream<LifecycleStep> missing, MetricsSettings settings) {
    counted(
            missing,
            LifecycleStep.class,
            "missing",
            settings,
            (step, metrics) -> metrics.count(Metric.LIFECYCLE_MISSING, label(step)))
        .sinkTo(new DiscardingSink<>())
        .setParallelism(missing.getParallelism())
        .name("missing steps")
        .uid("publish-missing-counted");
  }

  /**
   * @param disposition of what goes out, null where a frame is taken back
   */
  public static <T> DataStream<T> released(
      DataStream<T> released, Class<T> type, Released<T> disposition, MetricsSettings settings) {
    return counted(released, type, "released", settings, (value, metrics) -> {
      Disposition said = disposition.of(value);
      metrics.count(Metric.FRAMES_RELEASED, said == null ? "taken_back" : label(said));
    });
  }

  /** How something went out. */
  public interface Released<T> extends Serializable {
    @Nullable
    Disposition of(T value);
  }

  public static DataStream<Unreleased> unreleased(
      DataStream<Unreleased> unreleased, MetricsSettings settings) {
    return counted(
        unreleased,
        Unreleased.class,
        "unreleased",
        settings,
        (why, metrics) -> metrics.count(Metric.FRAMES_UNRELEASED, label(why)));
  }

  public static DataStream<Outcome> examined(
      DataStream<Outcome> outcomes, MetricsSettings settings) {
    return counted(
        outcomes,
        Outcome.class,
        "examined",
        settings,
        (outcome, metrics) -> metrics.count(Metric.FRAMES_EXAMINED, label(outcome)));
  }

  /** Gauges of what could be assessed; of what could not there is none. */
  public static DataStream<OperationsReading> operations(
      DataStream<OperationsReading> readings, MetricsSettings settings) {
    return counted(readings, OperationsReading.class, "operations", settings, Publish::gauges);
  }

  static void gauges(OperationsReading reading, EngineMetrics metrics) {
    String[] labels = {
      label(reading.name()), reading.cohort(), orEmpty(reading.task()), orEmpty(reading.detail())
    };
    boolean assessed = reading.value().assessed();
    gauge(Metric.OPERATIONS, assessed ? reading.value().value() : null, labels, metrics);
    boolean bounded = assessed && reading.interval().assessed();
    gauge(Metric.OPERATIONS_LOW, bounded ? reading.interval().low() : null, labels, metrics);
    gauge(Metric.OPERATIONS_HIGH, bounded ? reading.interval().high() : null, labels, metrics);
  }

  private static void gauge(
      Metric metric, @Nullable Double value, String[] labels, EngineMetrics metrics) {
    if (value == null) {
      metrics.drop(metric, labels);
    } else {
      metrics.set(metric, value, labels);
    }
  }

  private static String orEmpty(@Nullable String label) {
    return label == null ? "" : label;
  }

  private static <T> DataStream<T> counted(
      DataStream<T> stream,
      Class<T> type,
      String name,
      MetricsSettings settings,
      Counted.Count<T> count) {
    return stream
        .map(new Counted<>(settings, count))
        // dealt out over more tasks than they come from, each machine would show a gauge's last
        // value that it happened to get
        .setParallelism(stream.getParallelism())
        .returns(TypeInformation.of(type))
        .name("count " + name)
        .uid("publish-count-" + name);
  }

  private static void delay(
      Directive directive, Clock clock, EngineMetrics metrics, Metric metric) {
    @Nullable Long appendedAt = directive.origin().appendedAtMillis();
    if (appendedAt != null) {
      metrics.observe(metric, Math.max(0, clock.millis() - appendedAt) / 1000.0);
    }
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
