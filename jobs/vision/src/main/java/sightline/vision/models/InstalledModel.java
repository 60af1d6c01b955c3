package sightline.vision.models;

import java.nio.file.Files;
import java.nio.file.Path;

/** A description and the folder it lies in; its weights may be missing. */
public record InstalledModel(ModelDescription description, Path folder) {
  public Path weights() {
    return folder.resolve(description.file());
  }

  public boolean hasWeights() {
    return Files.isRegularFile(weights());
  }
}
