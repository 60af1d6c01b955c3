package sightline.pipeline.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sightline.domain.quality.Control;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.FactorRule;
import sightline.domain.quality.Scoring;
import sightline.domain.quality.Tolerance;

/**
 * Reads scoring rules:
 *
 * <pre>
 * version: household-2
 * factors:
 *   - {name: brightness, weight: 1, control: structural, tolerance: {none: 0.04, full: 0.2, fullTo: 0.8, noneFrom: 0.97}}
 *   - {name: sharpness, weight: 2, control: controllable, tolerance: {none: 0.1, full: 0.4}}
 * </pre>
 *
 * A tolerance with only {@code none} and {@code full} rises, one with only {@code fullTo} and {@code noneFrom} falls.
 */
final class ScoringFile {
  private ScoringFile() {}

  /**
   * @throws IllegalArgumentException naming what is wrong with the rules
   * @throws UncheckedIOException where the file cannot be read as YAML
   */
  static Scoring read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file %s".formatted(file));
    }
    try {
      JsonNode root = new YAMLMapper().readTree(file.toFile());
      List<FactorRule> rules = new ArrayList<>();
      for (JsonNode factor : root.path("factors")) {
        rules.add(rule(factor));
      }
      return new Scoring(root.path("version").asText(), rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FactorRule rule(JsonNode factor) {
    return new FactorRule(
        FactorName.valueOf(factor.path("name").asText().toUpperCase(Locale.ROOT)),
        factor.path("weight").asDouble(),
        Control.valueOf(factor.path("control").asText().toUpperCase(Locale.ROOT)),
        tolerance(factor.path("tolerance")));
  }

  private static Tolerance tolerance(JsonNode corners) {
    double none = corners.path("none").asDouble(Double.NEGATIVE_INFINITY);
    double full = corners.path("full").asDouble(Double.NEGATIVE_INFINITY);
    double fullTo = corners.path("fullTo").asDouble(Double.POSITIVE_INFINITY);
    double noneFrom = corners.path("noneFrom").asDouble(Double.POSITIVE_INFINITY);
    return new Tolerance(none, full, fullTo, noneFrom);
  }
}
