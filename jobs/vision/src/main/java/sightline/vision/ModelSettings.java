package sightline.vision;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Set;
import sightline.domain.assessment.Schedule;

/**
 * Where models are looked for, which of them look or listen, and when.
 *
 * @param modelsRoot the folder that holds {@code <task>/<name>-<version>/model.json}, as text because paths do not travel
 * @param tasks whose models look, of {@link #TASKS}; what is left out never looked, and a policy that requires it withholds
 */
public record ModelSettings(String modelsRoot, Set<String> tasks, Schedule schedule)
    implements Serializable {
  public static final Set<String> TASKS =
      Set.of("face", "object", "hand", "text", "occlusion", "voice");

  public ModelSettings {
    tasks = Set.copyOf(tasks);
    if (!TASKS.containsAll(tasks) || !tasks.contains("face")) {
      throw new IllegalArgumentException(
          "models look for face, object, hand, text, occlusion and voice, for face always; got %s"
              .formatted(tasks));
    }
  }

  /** Every model, at every frame. */
  public ModelSettings(Path modelsRoot) {
    this(modelsRoot.toString(), TASKS, Schedule.ALWAYS);
  }

  public Path root() {
    return Path.of(modelsRoot);
  }
}
