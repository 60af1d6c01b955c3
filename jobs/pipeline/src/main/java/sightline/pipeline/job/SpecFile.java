package sightline.pipeline.job;

import java.nio.file.Files;
import java.nio.file.Path;
import sightline.domain.framing.FramingSpec;
import sightline.wire.spec.TaskSpecFile;

/** Reads the {@code framing} part of a task's spec; the fields stand with {@link FramingSpec}, and each has a default. */
final class SpecFile {
  private SpecFile() {}

  /**
   * @param named household, tripod, or the path of a YAML file
   * @throws IllegalArgumentException naming what is wrong
   */
  static FramingSpec named(String named) {
    return switch (named) {
      case "household" -> FramingSpec.household();
      case "tripod" -> FramingSpec.tripod();
      default -> read(Path.of(named));
    };
  }

  private static FramingSpec read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "it is household, tripod, or a YAML file, and there is no file %s".formatted(file));
    }
    return TaskSpecFile.framing(file);
  }
}
