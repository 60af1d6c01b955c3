package sightline.wire;

import java.util.List;
import sightline.wire.avro.Directive;
import sightline.wire.avro.DirectiveOverride;
import sightline.wire.avro.Frame;
import sightline.wire.avro.FrameScore;
import sightline.wire.avro.Incident;
import sightline.wire.avro.LifecycleEvent;
import sightline.wire.avro.OperationsReading;
import sightline.wire.avro.PolicyVersion;
import sightline.wire.avro.PreflightVerdict;
import sightline.wire.avro.RedactedFrame;
import sightline.wire.avro.Rejection;
import sightline.wire.avro.Review;
import sightline.wire.avro.Revocation;
import sightline.wire.avro.SessionFeedback;
import sightline.wire.avro.SessionSummary;
import sightline.wire.avro.SessionVerdict;
import sightline.wire.avro.TaskSpec;

/** The Kafka topics by name, and which record each carries. Values are in single-object Avro but for {@link #ALERTS}. */
public final class Topics {
  /** {@link Frame} by session; log append time; kept for 24 h by default. */
  public static final String FRAMES = "frames";

  /** {@link Revocation} by kind and id; compacted, read from its beginning. */
  public static final String REVOCATIONS = "revocations";

  /** {@link PolicyVersion} by version; compacted, read from its beginning. */
  public static final String POLICIES = "policies";

  /** {@link TaskSpec} by task and version; compacted, read from its beginning. */
  public static final String TASK_SPECS = "task-specs";

  /** {@link Review} by session: signed word of people who looked at frames. */
  public static final String REVIEWS = "reviews";

  /** {@link LifecycleEvent} by assignment: what became of tasks that were offered; log append time. */
  public static final String LIFECYCLE = "lifecycle";

  /** {@link FrameScore} by session, exactly once. */
  public static final String FRAME_SCORES = "frame-scores";

  /** {@link Directive} with finality PROVISIONAL by session, at least once, within milliseconds. */
  public static final String REDACTIONS_PROVISIONAL = "redactions-provisional";

  /** {@link Directive} with finality FINAL by session, exactly once, one a frame. */
  public static final String REDACTIONS = "redactions";

  /** {@link DirectiveOverride} by session, exactly once. */
  public static final String OVERRIDES = "overrides";

  /** {@link SessionSummary} by session, exactly once. */
  public static final String SESSIONS = "sessions";

  /** {@link SessionVerdict} by session, exactly once; the highest revision holds. */
  public static final String VERDICTS = "verdicts";

  /** {@link Incident} by session, exactly once: opened, updated, closed. */
  public static final String INCIDENTS = "incidents";

  /**
   * {@link PreflightVerdict} and {@link SessionFeedback} by session, exactly once: for the worker. {@link WireFormat#wrote} tells which.
   */
  public static final String FEEDBACK = "feedback";

  /** {@link Rejection}, exactly once. */
  public static final String REJECTED = "rejected";

  /**
   * {@link RedactedFrame} by {@code session#index}, exactly once; a record without value takes the frame back. Kept for 1 h by default.
   */
  public static final String FRAMES_REDACTED = "frames-redacted";

  /** {@link OperationsReading} by name, cohort, task and detail, exactly once: what the engine knows about itself and the work. */
  public static final String OPERATIONS = "operations";

  /** {@link CloudEvents} in JSON by incident, exactly once. */
  public static final String ALERTS = "alerts";

  private Topics() {}

  /** Records that steer the job: read from their beginning at every start, and never let go of. */
  public static List<String> controls() {
    return List.of(REVOCATIONS, POLICIES, TASK_SPECS);
  }

  /** Every topic of this version. */
  public static List<String> all() {
    return List.of(
        FRAMES,
        REVOCATIONS,
        POLICIES,
        TASK_SPECS,
        REVIEWS,
        LIFECYCLE,
        FRAME_SCORES,
        REDACTIONS_PROVISIONAL,
        REDACTIONS,
        OVERRIDES,
        SESSIONS,
        VERDICTS,
        INCIDENTS,
        FEEDBACK,
        REJECTED,
        FRAMES_REDACTED,
        OPERATIONS,
        ALERTS);
  }

  /** How values of an Avro topic are written; those of {@link #FEEDBACK} in either of two ways. */
  public static List<WireFormat<?>> formats(String topic) {
    return topic.equals(FEEDBACK)
        ? List.of(WireFormat.PREFLIGHT_VERDICT, WireFormat.SESSION_FEEDBACK)
        : List.of(format(topic));
  }

  /**
   * @return how values of an Avro topic are written
   * @throws IllegalArgumentException where the topic carries no Avro or more than one kind of it, or does not exist
   */
  public static WireFormat<?> format(String topic) {
    return switch (topic) {
      case FRAMES -> WireFormat.FRAME;
      case REVOCATIONS -> WireFormat.REVOCATION;
      case POLICIES -> WireFormat.POLICY_VERSION;
      case TASK_SPECS -> WireFormat.TASK_SPEC;
      case REVIEWS -> WireFormat.REVIEW;
      case LIFECYCLE -> WireFormat.LIFECYCLE_EVENT;
      case FRAME_SCORES -> WireFormat.FRAME_SCORE;
      case REDACTIONS_PROVISIONAL, REDACTIONS -> WireFormat.DIRECTIVE;
      case OVERRIDES -> WireFormat.DIRECTIVE_OVERRIDE;
      case SESSIONS -> WireFormat.SESSION_SUMMARY;
      case VERDICTS -> WireFormat.SESSION_VERDICT;
      case INCIDENTS -> WireFormat.INCIDENT;
      case REJECTED -> WireFormat.REJECTION;
      case FRAMES_REDACTED -> WireFormat.REDACTED_FRAME;
      case OPERATIONS -> WireFormat.OPERATIONS_READING;
      default -> throw new IllegalArgumentException("no topic with Avro values: " + topic);
    };
  }
}
