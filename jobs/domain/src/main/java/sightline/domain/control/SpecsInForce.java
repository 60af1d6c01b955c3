package sightline.domain.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sightline.domain.framing.FramingSpec;
import sightline.domain.task.TaskSpec;

/** Which spec of a task holds at a time, by what is in here alone and not by the order in which it came. */
public final class SpecsInForce {
  /** Version of what stands in for a spec where there is none: it says no more than how tasks are filmed by default. */
  public static final String NONE = "none";

  private final FramingSpec usual;
  private final Map<String, Timeline<TaskSpec>> byTask = new HashMap<>();

  /**
   * @param usual framing of tasks before their first spec holds
   * @param specs versions of any tasks, in any order
   */
  public SpecsInForce(FramingSpec usual, Collection<TaskSpec> specs) {
    this.usual = usual;
    Map<String, List<Timeline.Version<TaskSpec>>> versions = new HashMap<>();
    for (TaskSpec spec : specs) {
      versions
          .computeIfAbsent(spec.task(), task -> new ArrayList<>())
          .add(new Timeline.Version<>(spec.effectiveAt(), spec.version(), spec));
    }
    versions.forEach((task, known) -> byTask.put(task, new Timeline<>(none(task), known)));
  }

  /** The spec that holds, or what stands in for it. */
  public TaskSpec at(String task, Instant time) {
    Timeline<TaskSpec> versions = byTask.get(task);
    return versions == null ? none(task) : versions.at(time);
  }

  private TaskSpec none(String task) {
    return TaskSpec.of(task, NONE, usual, Instant.EPOCH);
  }
}
