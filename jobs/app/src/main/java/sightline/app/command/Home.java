package sightline.app.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
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
   * Brings the weights that are missing, and says so; a run without them goes on, withholding what it cannot see. Weights
   * that are there are checked.
   *
   * @return whether every model is there
   * @throws sightline.vision.models.ModelCorrupt where weights are not the ones described
   */
  static boolean fetchModels(Consumer<String> say) {
    ModelCatalogue catalogue = ModelCatalogue.read(models());
    Path mirror = environmentPath("SIGHTLINE_MODEL_MIRROR");
    Consumer<String> news = line -> {
      if (!line.endsWith(": present")) {
        say.accept(line);
      }
    };
    try {
      return new FetchModels(mirror, FetchModels.PATIENCE, news)
          .all(catalogue).stream().noneMatch(FetchOutcome.Unreachable.class::isInstance);
    } catch (UncheckedIOException e) {
      say.accept(e.getMessage() + ": is " + models() + " writable?");
      return false;
    }
  }
}
