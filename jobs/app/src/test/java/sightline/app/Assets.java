package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sightline.vision.models.FetchModels;
import sightline.vision.models.ModelCatalogue;

/** Models and footage that are not in the repository: a test that needs them is skipped without, or fails where they are required. */
final class Assets {
  private Assets() {}

  static Path media() {
    return folder("SIGHTLINE_MEDIA");
  }

  /** A checkout's models in a folder of their own, with their weights. */
  static Path homeWithModels(Path folder) throws IOException {
    Path mirror = folder("SIGHTLINE_MODEL_MIRROR");
    Path home = homeWithoutWeights(folder);
    new FetchModels(mirror, FetchModels.PATIENCE, line -> {})
        .all(ModelCatalogue.read(home.resolve("models")));
    return home;
  }

  /** The same with the weights of the voice model alone, of those that others made. */
  static Path homeWithVoices(Path folder) throws IOException {
    Path mirror = folder("SIGHTLINE_MODEL_MIRROR");
    Path home = homeWithoutWeights(folder);
    Files.copy(
        mirror.resolve("voice-silero-vad/model.onnx"),
        home.resolve("models/voice/silero-vad-1/model.onnx"));
    return home;
  }

  /** The same without the weights that others made. */
  static Path homeWithoutWeights(Path folder) throws IOException {
    Path models = TestSettings.models();
    try (var files = Files.walk(models)) {
      for (Path file : files
          .filter(Files::isRegularFile)
          .filter(file ->
              !file.endsWith("model.onnx") || Files.isDirectory(file.resolveSibling("recipe")))
          .toList()) {
        Path copy = folder.resolve("models").resolve(models.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return folder;
  }

  private static Path folder(String variable) {
    @Nullable String value = System.getenv(variable);
    if ("1".equals(System.getenv("SIGHTLINE_REQUIRE_ASSETS"))) {
      assertThat(value)
          .as("%s must name the assets where SIGHTLINE_REQUIRE_ASSETS=1", variable)
          .isNotBlank();
    }
    assumeTrue(value != null && !value.isBlank(), variable + " is not set");
    return Path.of(String.valueOf(value));
  }
}
