package sightline.vision.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads one {@code model.json}, noting every problem instead of stopping at the first. */
final class DescriptionReader {
  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern MIRRORED =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern ANYTHING = Pattern.compile("(?s).*\\S.*");

  private final String where;
  private final List<String> problems;

  /**
   * @param where how problems name the file
   * @param problems where they are noted
   */
  DescriptionReader(String where, List<String> problems) {
    this.where = where;
    this.problems = problems;
  }

  ModelDescription read(JsonNode json) {
    return new ModelDescription(
        text(json, "task", WORD),
        text(json, "name", WORD),
        text(json, "version", WORD),
        text(json, "file", FILE),
        text(json, "sha256", SHA256),
        positive(json, "bytes"),
        text(json, "licence", ANYTHING),
        origin(json),
        tensors(json, "inputs"),
        tensors(json, "outputs"),
        thresholds(json.path("thresholds")));
  }

  private WeightsOrigin origin(JsonNode json) {
    JsonNode source = json.path("source");
    return source.has("recipe")
        ? new WeightsOrigin.OwnRecipe(text(source, "recipe", FILE))
        : new WeightsOrigin.Published(
            text(source, "repository", ANYTHING),
            text(source, "path", ANYTHING),
            text(source, "commit", COMMIT),
            url(json),
            text(json, "mirror", MIRRORED));
  }

  private void problem(String text) {
    problems.add(where + ": " + text);
  }

  private String text(JsonNode json, String field, Pattern pattern) {
    String value = json.path(field).asText("");
    if (!json.path(field).isTextual() || !pattern.matcher(value).matches()) {
      problem("%s must match %s, got %s".formatted(field, pattern, json.path(field)));
    }
    return value;
  }

  private long positive(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isIntegralNumber() || value.asLong() < 1) {
      problem("%s must be a whole number above 0, got %s".formatted(field, value));
    }
    return value.asLong();
  }

  private URI url(JsonNode json) {
    String text = json.path("url").asText("");
    try {
      URI url = URI.create(text);
      if (!Transport.mayStartAt(url)) {
        problem("url must be https with a host, got %s".formatted(text));
      }
      return url;
    } catch (IllegalArgumentException unreadable) {
      problem("url is no address: %s".formatted(text));
      return URI.create("https://invalid.invalid/");
    }
  }

  private List<Tensor> tensors(JsonNode json, String field) {
    List<Tensor> tensors = new ArrayList<>();
    for (JsonNode tensor : json.path(field)) {
      List<Integer> shape = new ArrayList<>();
      tensor.path("shape").forEach(size -> shape.add(size.asInt()));
      if (shape.isEmpty() || shape.stream().anyMatch(size -> size == 0 || size < -1)) {
        problem("%s needs a shape of sizes above 0, or -1 for any".formatted(field));
      }
      tensors.add(new Tensor(
          text(tensor, "name", ANYTHING),
          text(tensor, "type", WORD),
          shape,
          text(tensor, "layout", ANYTHING),
          text(tensor, "normalisation", ANYTHING)));
    }
    if (tensors.isEmpty()) {
      problem("%s must name at least one tensor".formatted(field));
    }
    return tensors;
  }

  private Map<String, Double> thresholds(JsonNode json) {
    Map<String, Double> thresholds = new HashMap<>();
    json.properties().forEach(entry -> {
      if (!entry.getValue().isNumber()) {
        problem(
            "threshold %s must be a number, got %s".formatted(entry.getKey(), entry.getValue()));
      }
      thresholds.put(entry.getKey(), entry.getValue().asDouble());
    });
    return thresholds;
  }
}
