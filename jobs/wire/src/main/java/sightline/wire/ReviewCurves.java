package sightline.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sightline.domain.review.ReviewCurve;

/**
 * A measured {@link ReviewCurve} as a file, {@code models/review/<policy>-<version>/curve.json}. Counts are what is read; the
 * shares and bounds beside them are for people.
 */
public final class ReviewCurves {
  /** Raised when the layout changes. */
  private static final int FORMAT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReviewCurves() {}

  /**
   * Of what a curve was measured.
   *
   * @param policy whose doubts these are
   * @param models versions that were run
   * @param clean sets whose frames show nobody but the wearer
   * @param faces sets whose labelled faces may leak
   */
  public record Measured(
      List<String> policy, List<String> models, List<String> clean, List<String> faces) {
    public Measured {
      policy = List.copyOf(policy);
      models = List.copyOf(models);
      clean = List.copyOf(clean);
      faces = List.copyOf(faces);
    }
  }

  public static String write(ReviewCurve curve, Measured of) {
    ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
    of.policy().forEach(root.putArray("policy")::add);
    of.models().forEach(root.putArray("models")::add);
    of.clean().forEach(root.putArray("cleanSets")::add);
    of.faces().forEach(root.putArray("faceSets")::add);
    ArrayNode points = root.putArray("points");
    curve
        .points()
        .forEach(point -> points
            .addObject()
            .put("cut", rounded(point.cut()))
            .put("reviewed", point.reviewed())
            .put("frames", point.frames())
            .put("review", rounded(point.review()))
            .put("reviewAtMost", rounded(point.reviewAtMost()))
            .put("leaked", point.leaked())
            .put("faces", point.faces())
            .put("leak", rounded(point.leak()))
            .put("leakAtLeast", rounded(point.leakAtLeast()))
            .put("leakAtMost", rounded(point.leakAtMost())));
    // a line a point, so that two of them can be compared
    return root.toString().replace("\"points\":[", "\"points\":[\n").replace("},{", "},\n{") + "\n";
  }

  /**
   * @throws IllegalArgumentException where the text is no curve of this format, saying why
   */
  public static ReviewCurve read(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root.path("format").asInt() != FORMAT) {
        throw new IllegalArgumentException("this is no review curve of format " + FORMAT);
      }
      List<ReviewCurve.Point> points = new ArrayList<>();
      for (JsonNode point : root.path("points")) {
        points.add(new ReviewCurve.Point(
            point.path("cut").asDouble(),
            count(point, "reviewed"),
            count(point, "frames"),
            count(point, "leaked"),
            count(point, "faces")));
      }
      return new ReviewCurve(points);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a review curve is JSON", e);
    }
  }

  /** A count that is missing must not pass for none. */
  private static long count(JsonNode point, String name) {
    JsonNode count = point.path(name);
    if (!count.isIntegralNumber()) {
      throw new IllegalArgumentException("a point of a review curve counts '%s'".formatted(name));
    }
    return count.asLong();
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
