package sightline.domain.task;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightline.domain.framing.FramingSpec;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Scoring;
import sightline.domain.quality.Tolerance;

/**
 * What one task wants of a recording, for frames from a time on, until the next version. Everything but its name, its version
 * and its framing has an answer for "the task does not say".
 *
 * @param effectiveAt append time from which it holds
 * @param objective one sentence that a worker reads
 * @param completion what has to be done, in order, and which of it the engine can see
 * @param requiredBody parts of the worker without which the footage is of no use
 * @param forbiddenBody parts of the worker that must not be asked for, nor seen
 * @param framing view, hands, safe area, sizes, tilt, shake and least frame rate
 * @param objects what should come into view
 * @param duration bounds on the recorded time
 * @param resolutionFloor pixels of the shorter side that are enough, by device class; {@link #ANY_DEVICE} for all others
 * @param tolerances that replace those of the scoring rules
 * @param sensors without which the recording is of no use
 * @param sensitivity how much of a home the task lays open, which pay is held against
 * @param retentionDays for how long footage of this task may be kept, 1 or more
 * @param bounds from where on a session is good enough
 */
public record TaskSpec(
    String task,
    String version,
    Instant effectiveAt,
    String objective,
    List<CompletionStep> completion,
    List<BodyArea> requiredBody,
    List<BodyArea> forbiddenBody,
    FramingSpec framing,
    ExpectedObjects objects,
    RecordedTime duration,
    Map<String, Integer> resolutionFloor,
    Map<FactorName, Tolerance> tolerances,
    List<Sensor> sensors,
    Sensitivity sensitivity,
    int retentionDays,
    SessionBounds bounds)
    implements Serializable {
  /** Stands for every device class that is not named. */
  public static final String ANY_DEVICE = "any";

  private static final int USUAL_RETENTION_DAYS = 90;

  public TaskSpec {
    completion = List.copyOf(completion);
    requiredBody = requiredBody.stream().distinct().sorted().toList();
    forbiddenBody = forbiddenBody.stream().distinct().sorted().toList();
    resolutionFloor = Map.copyOf(resolutionFloor);
    tolerances = Map.copyOf(tolerances);
    sensors = sensors.stream().distinct().sorted().toList();
    if (task.isBlank() || version.isBlank()) {
      throw new IllegalArgumentException("a spec names its task and its version");
    }
    if (requiredBody.stream().anyMatch(forbiddenBody::contains)) {
      throw new IllegalArgumentException("a part of the body is required or forbidden, not both");
    }
    if (retentionDays < 1 || resolutionFloor.values().stream().anyMatch(pixels -> pixels < 1)) {
      throw new IllegalArgumentException("days and pixels lie above 0");
    }
  }

  /** A task that says no more than how it is filmed. */
  public static TaskSpec of(String task, String version, FramingSpec framing, Instant from) {
    return new TaskSpec(
        task,
        version,
        from,
        "",
        List.of(),
        List.of(),
        List.of(),
        framing,
        ExpectedObjects.NONE,
        RecordedTime.ANY,
        Map.of(),
        Map.of(),
        List.of(),
        Sensitivity.MEDIUM,
        USUAL_RETENTION_DAYS,
        SessionBounds.USUAL);
  }

  /**
   * The scoring rules for this task on a device: its tolerances in place of the rules' own, and a resolution at or above the
   * device's floor costs nothing. Below the floor utility falls as steeply in proportion as under the rules; whether it is
   * structural stays with them. Rules of a task that says neither are the very same.
   *
   * @param deviceClass as a frame's header names it
   */
  public Scoring scoring(Scoring usual, String deviceClass) {
    Integer floor = floor(deviceClass);
    if (tolerances.isEmpty() && floor == null) {
      return usual;
    }
    Map<FactorName, Tolerance> own = new EnumMap<>(FactorName.class);
    own.putAll(tolerances);
    if (floor != null) {
      usual.rules().stream()
          .filter(rule -> rule.name() == FactorName.RESOLUTION)
          .forEach(rule -> own.put(
              FactorName.RESOLUTION,
              enough(own.getOrDefault(FactorName.RESOLUTION, rule.tolerance()), floor)));
    }
    return usual.with(usual.version() + "+" + key(), own);
  }

  /** Pixels of the shorter side that are enough on a device; null where the task does not say. */
  public @Nullable Integer floor(String deviceClass) {
    Integer named = resolutionFloor.get(deviceClass);
    return named == null ? resolutionFloor.get(ANY_DEVICE) : named;
  }

  private static Tolerance enough(Tolerance usual, int floor) {
    boolean rises = usual.full() > 0 && usual.none() >= 0 && Double.isFinite(usual.full());
    double none = rises ? usual.none() / usual.full() * floor : 0;
    return Tolerance.rising(none, floor);
  }

  /** The same spec, holding from another time on. */
  public TaskSpec from(Instant time) {
    return new TaskSpec(
        task,
        version,
        time,
        objective,
        completion,
        requiredBody,
        forbiddenBody,
        framing,
        objects,
        duration,
        resolutionFloor,
        tolerances,
        sensors,
        sensitivity,
        retentionDays,
        bounds);
  }

  /** By which it is found; nothing else has the same. */
  public String key() {
    return task + "/" + version;
  }
}
