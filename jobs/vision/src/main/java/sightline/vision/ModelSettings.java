package sightline.vision;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * Where models are looked for.
 *
 * @param modelsRoot the folder that holds {@code <task>/<name>-<version>/model.json}, as text because paths do not travel
 */
public record ModelSettings(String modelsRoot) implements Serializable {
  public ModelSettings(Path modelsRoot) {
    this(modelsRoot.toString());
  }

  public Path root() {
    return Path.of(modelsRoot);
  }
}
