package sightline.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightline.pipeline.job.Key;
import sightline.pipeline.job.SettingsReader;

/** The settings of a run over files: a file's under the command's own. */
final class Given {
  private Given() {}

  /**
   * @param config a file of settings, null for none
   * @param consent off or required, null for what the file says, and off where it says nothing
   */
  static Map<String, String> settings(@Nullable Path config, @Nullable String consent) {
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
}
