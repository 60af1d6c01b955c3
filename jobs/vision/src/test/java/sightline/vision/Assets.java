package sightline.vision;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Models and media that tests may use and that are not part of the repository. Tests that need them are skipped where the
 * environment names none, and fail instead where SIGHTLINE_REQUIRE_ASSETS is 1.
 */
public final class Assets {
  private Assets() {}

  /** A folder or file below $SIGHTLINE_MEDIA. */
  public static Path media(String path) {
    return below("SIGHTLINE_MEDIA", path);
  }

  /** A folder or file below $SIGHTLINE_MODEL_MIRROR. */
  public static Path mirrored(String path) {
    return below("SIGHTLINE_MODEL_MIRROR", path);
  }

  /** A models folder with the project's description of the face model and its weights. */
  public static Path modelsWithFaces(Path temporary) {
    Path folder = temporary.resolve("face/yunet-n-1");
    try {
      Files.createDirectories(folder);
      Files.copy(described("face/yunet-n-1"), folder.resolve("model.json"));
      Files.copy(mirrored("face-yunet-n/model.onnx"), folder.resolve("model.onnx"));
      return temporary;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The repository's own description of a model. */
  public static Path described(String id) {
    return Path.of(System.getProperty("sightline.root", "../.."), "models", id, "model.json");
  }

  public static List<Path> pictures(Path folder) {
    return files(folder, ".*\\.(jpe?g|png)");
  }

  public static List<Path> clips(Path folder) {
    return files(folder, ".*\\.(mp4|avi|mkv)");
  }

  private static List<Path> files(Path folder, String named) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().matches(named)).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path below(String variable, String path) {
    String root = System.getenv(variable);
    Path found = root == null ? null : Path.of(root, path);
    if (found == null || !Files.exists(found)) {
      String missing = "%s does not lead to %s".formatted(variable, path);
      if ("1".equals(System.getenv("SIGHTLINE_REQUIRE_ASSETS"))) {
        return fail(missing);
      }
      assumeTrue(false, missing);
      throw new IllegalStateException(missing);
    }
    return found;
  }
}
