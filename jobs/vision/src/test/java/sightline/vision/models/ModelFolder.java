package sightline.vision.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A models folder made for a test, with descriptions of weights that are a few bytes of text. */
final class ModelFolder {
  static final byte[] WEIGHTS = "these are weights".getBytes(StandardCharsets.UTF_8);

  private ModelFolder() {}

  /** Describes a model of the task face that {@code url} serves; gives the folder it lies in. */
  static Path describe(Path root, String name, String version, String url) {
    String json = """
        {"task": "face", "name": "%s", "version": "%s", "file": "model.onnx", "sha256": "%s", "bytes": %d,
         "licence": "Apache-2.0",
         "source": {"repository": "some/where", "path": "a.onnx", "commit": "%s"},
         "url": "%s", "mirror": "%s/model.onnx",
         "inputs": [{"name": "in", "type": "float32", "shape": [1, 3, -1, -1], "layout": "NCHW", "normalisation": "none"}],
         "outputs": [{"name": "out", "type": "float32", "shape": [1, -1], "layout": "N", "normalisation": "none"}],
         "thresholds": {"score": 0.3}}
        """.formatted(name, version, sha256(), WEIGHTS.length, "0".repeat(40), url, name);
    return write(root, "face/%s-%s".formatted(name, version), json);
  }

  /** The description of weights that the project made itself. */
  static String ownRecipe(String name) {
    return """
        {"task": "occlusion", "name": "%s", "version": "1", "file": "model.onnx", "sha256": "%s", "bytes": %d,
         "licence": "Apache-2.0", "source": {"recipe": "recipe"},
         "inputs": [{"name": "in", "type": "float32", "shape": [1, 3, 72, 128], "layout": "NCHW", "normalisation": "none"}],
         "outputs": [{"name": "out", "type": "float32", "shape": [1, 2, 9, 16], "layout": "NCHW", "normalisation": "none"}],
         "thresholds": {}}
        """.formatted(name, sha256(), WEIGHTS.length);
  }

  static Path write(Path root, String id, String json) {
    try {
      Path folder = Files.createDirectories(root.resolve(id));
      Files.writeString(folder.resolve("model.json"), json);
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(WEIGHTS));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
