package sightline.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sightline.vision.models.FetchModels;
import sightline.vision.models.FetchOutcome;
import sightline.vision.models.ModelCatalogue;

/** The folder that Sightline was checked out into, and what is found there and around it. */
final class Home {
  private Home() {}

  /** Where models are described and their weights lie; scripts/sightline names the checkout in {@code sightline.home}. */
  static Path models() {
    return Path.of(System.getProperty("sightline.home", "."), "models")
        .toAbsolutePath()
        .normalize();
  }

  static @Nullable Path environmentPath(String variable) {
    String value = System.getenv(variable);
    return value == null || value.isBlank() ? null : Path.of(value);
  }

  /**
   * Brings the weights that are missing, and says so; a run without them goes on, withholding what it cannot see.
   *
   * @return whether every model is there
   */
  static boolean fetchModels(Consumer<String> say) {
    ModelCatalogue catalogue = ModelCatalogue.read(models());
    if (catalogue.models().stream().allMatch(model -> Files.isRegularFile(model.weights()))) {
      return true;
    }
    Path mirror = environmentPath("SIGHTLINE_MODEL_MIRROR");
    List<FetchOutcome> outcomes = new FetchModels(mirror, FetchModels.PATIENCE, say).all(catalogue);
    return outcomes.stream().noneMatch(FetchOutcome.Unreachable.class::isInstance);
  }
}
