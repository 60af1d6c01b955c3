package sightline.pipeline.publish;

import java.util.List;

/** Every metric the engine exposes: the one place where their names and labels stand, beside {@code jobs/docs/metrics.md}. */
public enum Metric {
  FRAMES_FINAL(
      Type.COUNTER,
      "sightline_frames_final_total",
      "Final directives, by disposition.",
      "disposition"),
  FRAMES_WITHHELD(
      Type.COUNTER,
      "sightline_frames_withheld_total",
      "Reasons on final directives that withhold a frame; a frame may have several.",
      "reason"),
  FRAMES_REJECTED(
      Type.COUNTER,
      "sightline_frames_rejected_total",
      "Records that were read and are not frames.",
      "reason"),
  OVERRIDES(
      Type.COUNTER,
      "sightline_overrides_total",
      "Overrides of directives that were out, by cause.",
      "cause"),
  REVIEWS(
      Type.COUNTER,
      "sightline_reviews_total",
      "Reviews by what came of them: what they make of their frame, or why they are refused.",
      "outcome"),
  REGIONS(
      Type.COUNTER,
      "sightline_regions_total",
      "Regions on final directives, by what they hide.",
      "kind"),
  FRAME_SCORE(Type.HISTOGRAM, "sightline_frame_score", "Scores of frames, 0 to 1.", ""),
  FRAME_SCORE_UNASSESSED(
      Type.COUNTER,
      "sightline_frame_score_unassessed_total",
      "Frames without a score, by the reason why.",
      "reason"),
  PROVISIONAL_DELAY(
      Type.HISTOGRAM,
      "sightline_provisional_delay_seconds",
      "From the broker's append time to the provisional directive.",
      ""),
  FINAL_DELAY(
      Type.HISTOGRAM,
      "sightline_final_delay_seconds",
      "From the broker's append time to the final directive, before the checkpoint that makes it visible.",
      ""),
  SESSIONS_SETTLED(
      Type.COUNTER,
      "sightline_sessions_settled_total",
      "Session summaries, by how the session was settled.",
      "settlement"),
  VERDICTS(
      Type.COUNTER,
      "sightline_verdicts_total",
      "Verdicts on sessions, revisions included, by what they say.",
      "verdict"),
  VERDICT_REASONS(
      Type.COUNTER,
      "sightline_verdict_reasons_total",
      "First reasons of verdicts, revisions included.",
      "reason"),
  LIFECYCLE_MISSING(
      Type.COUNTER,
      "sightline_lifecycle_missing_total",
      "Steps of assignments that nobody told of and that were filled in.",
      "step"),
  INCIDENTS_OPENED(
      Type.COUNTER, "sightline_incidents_opened_total", "Incidents opened, by kind.", "kind"),
  INCIDENTS_OPEN(
      Type.GAUGE,
      "sightline_incidents_open",
      "Incidents that were opened since the start and not closed yet, by kind.",
      "kind"),
  FRAMES_RELEASED(
      Type.COUNTER,
      "sightline_frames_released_total",
      "Redacted frames that went out, by disposition, and tombstones that took one back.",
      "disposition"),
  FRAMES_UNRELEASED(
      Type.COUNTER,
      "sightline_frames_unreleased_total",
      "Why nothing of a frame went out.",
      "reason"),
  FRAMES_EXAMINED(
      Type.COUNTER,
      "sightline_frames_examined_total",
      "Frames that went out and were drawn for a second look, by what came of it.",
      "outcome"),
  OPERATIONS(
      Type.GAUGE,
      "sightline_operations",
      "Readings of the topic operations, in their own units.",
      Metric.READING),
  OPERATIONS_LOW(
      Type.GAUGE, "sightline_operations_low", "Lower end of its interval.", Metric.READING),
  OPERATIONS_HIGH(
      Type.GAUGE, "sightline_operations_high", "Upper end of its interval.", Metric.READING),
  MODELS(
      Type.GAUGE,
      "sightline_models",
      "1 for each set of models that frames were assessed with since the start.",
      "models");

  private static final String READING = "reading,cohort,task,detail";

  /** Kinds of Prometheus metric in use. */
  public enum Type {
    COUNTER,
    HISTOGRAM,
    GAUGE
  }

  private final Type type;
  private final String id;
  private final String help;
  private final String labels;

  Metric(Type type, String id, String help, String labels) {
    this.type = type;
    this.id = id;
    this.help = help;
    this.labels = labels;
  }

  public Type type() {
    return type;
  }

  /** The name as Prometheus shows it. */
  public String id() {
    return id;
  }

  public String help() {
    return help;
  }

  /** Names of the labels, in the order in which their values are given. */
  public List<String> labels() {
    return labels.isEmpty() ? List.of() : List.of(labels.split(",", -1));
  }
}
