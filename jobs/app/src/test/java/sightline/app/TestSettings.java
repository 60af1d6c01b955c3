package sightline.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import sightline.pipeline.job.Key;
import sightline.pipeline.job.Settings;
import sightline.pipeline.job.SettingsReader;

/** Settings for tests that send drawn scenes. */
final class TestSettings {
  private TestSettings() {}

  static Settings drawn(Map<String, String> more) {
    Map<String, String> given = new LinkedHashMap<>();
    given.put(Key.MODELS.id(), models().toString());
    given.put(Key.CONSENT.id(), "off");
    given.put(Key.POLICY.id(), "drawn-scene-2");
    given.put(Key.METRICS_PORT.id(), "-1");
    given.putAll(more);
    return SettingsReader.read(given, Sent.KEY);
  }

  static Path root() {
    return Path.of(System.getProperty("sightline.root", "../.."));
  }

  static Path models() {
    return root().resolve("models");
  }
}
