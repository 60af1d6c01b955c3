package sightline.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sightline.app.analyze.Analysis;
import sightline.pipeline.job.Key;
import sightline.pipeline.job.SettingsReader;

/** What every run of the engine over media files can be told; a mixin of the commands that make one. */
final class RunOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results; must be new or empty.")
  private @Nullable Path out;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, one 'key = value' a line; see jobs/docs/settings.md.")
  private @Nullable Path config;

  @Option(
      names = "--consent",
      paramLabel = "off|required",
      description =
          "off (default): the footage is yours to analyse. required: withhold every frame whose receipt was not verified.")
  private @Nullable String consent;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Files read side by side (default: processors).")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--no-fetch",
      description = "Do not bring missing model weights; without them every frame is withheld.")
  private boolean noFetch;

  /**
   * @throws CannotRun where none is named, or a file is
   */
  Path out() {
    if (out == null) {
      throw new CannotRun("--out DIR is missing");
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new CannotRun("%s is a file: name a folder with --out".formatted(out));
    }
    return out;
  }

  /**
   * For a command that was not allowed to replace anything.
   *
   * @throws CannotRun where something lies in the folder
   */
  void requireEmptyOut() throws IOException {
    if (Analysis.occupied(out())) {
      throw new CannotRun(
          "%s is not empty: name another folder, or replace what is there with --overwrite"
              .formatted(out()));
    }
  }

  /**
   * The settings by key, unchecked: the file's over those of a run over files, and the command's own over both.
   *
   * @throws CannotRun where the file of settings is not there
   */
  Map<String, String> settings() {
    Map<String, String> given = new LinkedHashMap<>(Map.of(
        Key.MODELS.id(),
        Home.models().toString(),
        Key.CONSENT.id(),
        "off",
        Key.METRICS_PORT.id(),
        "-1"));
    if (config != null) {
      if (!Files.isRegularFile(config)) {
        throw new CannotRun("there is no settings file %s".formatted(config));
      }
      given.putAll(SettingsReader.file(config));
    }
    if (consent != null) {
      given.put(Key.CONSENT.id(), consent);
    }
    return given;
  }

  /** Files read side by side. */
  int parallelism() {
    return parallelism;
  }

  /** Brings the weights that are missing, unless told not to. */
  void fetchModels(Consumer<String> say) {
    if (!noFetch) {
      Home.fetchModels(say);
    }
  }
}
