package sightline.pipeline.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import sightline.domain.framing.Area;
import sightline.domain.framing.FramingSpec;
import sightline.domain.people.View;

/** Reads the {@code framing} part of a task's spec; the fields stand with {@link FramingSpec}, and each has a default. */
final class SpecFile {
  private static final Set<String> FIELDS = Set.of(
      "view",
      "hands",
      "safe_area",
      "min_hand_size",
      "max_hand_size",
      "max_tilt_degrees",
      "max_shake",
      "min_frames_per_second");

  private SpecFile() {}

  /**
   * @param named household, tripod, or the path of a YAML file
   * @throws IllegalArgumentException naming what is wrong
   */
  static FramingSpec named(String named) {
    return switch (named) {
      case "household" -> FramingSpec.household();
      case "tripod" -> FramingSpec.tripod();
      default -> read(Path.of(named));
    };
  }

  private static FramingSpec read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "it is household, tripod, or a YAML file, and there is no file %s".formatted(file));
    }
    try {
      return spec(new YAMLMapper().readTree(file.toFile()).path("framing"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FramingSpec spec(JsonNode framing) {
    if (!framing.isObject()) {
      throw new IllegalArgumentException("a spec has a part named framing");
    }
    Set<String> unknown = new TreeSet<>();
    framing.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "framing has no %s; it has %s".formatted(unknown, new TreeSet<>(FIELDS)));
    }
    View view = View.valueOf(framing.path("view").asText("first_person").toUpperCase(Locale.ROOT));
    FramingSpec usual = view == View.TRIPOD ? FramingSpec.tripod() : FramingSpec.household();
    JsonNode safe = framing.path("safe_area");
    return new FramingSpec(
        view,
        framing.path("hands").asInt(usual.hands()),
        new Area(
            safe.path("left").asDouble(usual.safe().left()),
            safe.path("top").asDouble(usual.safe().top()),
            safe.path("right").asDouble(usual.safe().right()),
            safe.path("bottom").asDouble(usual.safe().bottom())),
        framing.path("min_hand_size").asDouble(usual.minHandSize()),
        framing.path("max_hand_size").asDouble(usual.maxHandSize()),
        framing.path("max_tilt_degrees").asDouble(usual.maxTiltDegrees()),
        framing.path("max_shake").asDouble(usual.maxShake()),
        framing.path("min_frames_per_second").asDouble(usual.minFramesPerSecond()));
  }
}
