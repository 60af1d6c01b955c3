package sightline.pipeline.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sightline.domain.task.TaskSpec;
import sightline.vision.detection.object.CocoClass;
import sightline.wire.spec.TaskSpecFile;

/** Reads the specs that hold from the start. */
public final class TaskSpecFiles {
  private TaskSpecFiles() {}

  /**
   * @param named files, or folders of them
   * @param below where relative paths begin
   * @throws IllegalArgumentException naming what is wrong, also where two files say one version of a task
   */
  static List<TaskSpec> read(List<String> named, Path below) {
    Map<String, Path> keys = new TreeMap<>();
    List<TaskSpec> specs = new ArrayList<>();
    for (String one : named) {
      Path path = below.resolve(one);
      List<TaskSpec> read = Files.isRegularFile(path)
          ? List.of(read(path))
          : TaskSpecFile.readAll(path, CocoClass.things());
      for (TaskSpec spec : read) {
        Path before = keys.put(spec.key(), path);
        if (before != null) {
          throw new IllegalArgumentException(
              "%s stands in %s and in %s".formatted(spec.key(), before, path));
        }
        specs.add(spec);
      }
    }
    return specs;
  }

  /**
   * One file, held against what our models see.
   *
   * @throws sightline.wire.spec.InvalidSpec with everything that is wrong
   */
  public static TaskSpec read(Path file) {
    return TaskSpecFile.read(file, CocoClass.things());
  }
}
