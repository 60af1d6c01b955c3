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
    return modelsWith(temporary, "face/yunet-n-2", "face-yunet-n/model.onnx");
  }

  /** The same, and the project's own second opinion on faces. */
  public static Path modelsWithVerifiedFaces(Path temporary) {
    String id = "verification/face-1";
    Path own = described(id).resolveSibling("model.onnx");
    try {
      Path folder = Files.createDirectories(modelsWithFaces(temporary).resolve(id));
      Files.copy(described(id), folder.resolve("model.json"));
      Files.copy(own, folder.resolve("model.onnx"));
      return temporary;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A models folder with the project's description of the object model and its weights. */
  public static Path modelsWithObjects(Path temporary) {
    return modelsWith(temporary, "object/yolox-nano-1", "object-yolox-nano/model.onnx");
  }

  /** A models folder with the project's description of the palm model and its weights. */
  public static Path modelsWithHands(Path temporary) {
    return modelsWith(temporary, "hand/palm-192-1", "hand-palm-192/model.onnx");
  }

  /** A models folder with the project's description of the text model and its weights. */
  public static Path modelsWithText(Path temporary) {
    return modelsWith(temporary, "text/ppocrv3-det-1", "text-ppocrv3-det/model.onnx");
  }

  /** A models folder with the project's description of the voice model and its weights. */
  public static Path modelsWithVoices(Path temporary) {
    return modelsWith(temporary, "voice/silero-vad-1", "voice-silero-vad/model.onnx");
  }

  private static Path modelsWith(Path temporary, String id, String mirrored) {
    Path folder = temporary.resolve(id);
    try {
      Files.createDirectories(folder);
      Files.copy(described(id), folder.resolve("model.json"));
      Files.copy(mirrored(mirrored), folder.resolve("model.onnx"));
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
