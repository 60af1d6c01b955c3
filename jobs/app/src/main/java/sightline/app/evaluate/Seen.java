package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the engine said of one frame.
 *
 * @param directive its line of directives.jsonl
 * @param score its line of frames.jsonl, an empty object where there is none
 */
record Seen(JsonNode directive, JsonNode score) {
  boolean withheld() {
    return directive.path("disposition").asText().equals("WITHHOLD");
  }

  List<String> withheldBecause() {
    return stream(directive.path("withheldBecause"))
        .map(JsonNode::asText)
        .sorted()
        .toList();
  }

  /** Withheld so that people look at it, whatever else it is withheld for. */
  boolean inReview() {
    return withheldBecause().stream().anyMatch(Seen::review);
  }

  /** Withheld whether or not people are asked to look. */
  boolean withheldForOtherThanReview() {
    List<String> because = withheldBecause();
    return withheld() && (because.isEmpty() || !because.stream().allMatch(Seen::review));
  }

  private static boolean review(String reason) {
    return reason.contains("REVIEW");
  }

  /** Regions of these kinds; of every kind where none is named. */
  List<Rect> regions(String... kinds) {
    Set<String> wanted = Set.copyOf(Arrays.asList(kinds));
    return stream(directive.path("regions"))
        .filter(
            region -> wanted.isEmpty() || wanted.contains(region.path("kind").asText()))
        .map(Rect::of)
        .toList();
  }

  /** A count of frames.jsonl, null where it was not assessed. */
  @Nullable
  Integer count(String name) {
    JsonNode value = score.path(name);
    return value.isNumber() ? Integer.valueOf(value.asInt()) : null;
  }

  List<String> feedback() {
    return stream(score.path("feedback"))
        .map(line -> line.path("code").asText())
        .toList();
  }

  /** A factor's measured value, null where it was not assessed. */
  @Nullable
  Double factor(String name) {
    return stream(score.path("factors"))
        .filter(factor -> factor.path("name").asText().equals(name))
        .map(factor -> factor.path("measured"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::asDouble)
        .findFirst()
        .orElse(null);
  }

  /** A measure of frames.jsonl by its name, null where it was not assessed. */
  @Nullable
  Double measure(String name) {
    return stream(score.path("measures"))
        .filter(measure -> measure.path("name").asText().equals(name))
        .map(measure -> measure.path("value"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::asDouble)
        .findFirst()
        .orElse(null);
  }

  /** Share of the lens that is covered, null where it was not assessed. */
  @Nullable
  Double lensShare() {
    JsonNode lens = score.path("lens");
    if (lens.isObject()) {
      return lens.path("share").isNumber() ? Double.valueOf(lens.path("share").asDouble()) : null;
    }
    return factor("lens_occlusion");
  }

  /** Judged persons; none where the engine judges none. */
  List<JsonNode> persons() {
    return stream(score.path("persons")).toList();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
