package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What labels are grouped by: set, source, tags, people's groups, and the conditions a composite was made under. */
final class Groups {
  /** Where numbers are cut into groups; others would give a group for each picture. */
  private static final Map<String, double[]> CUTS = Map.of(
      "light", new double[] {0.25, 0.5, 0.8},
      "luma", new double[] {30, 60, 100},
      "angle", new double[] {-30, -10, 10, 30},
      "cover", new double[] {0.01, 0.25, 0.5},
      "blur_share", new double[] {0.01, 0.03, 0.06},
      "motion_share", new double[] {0.01, 0.1, 0.3},
      "speed", new double[] {2, 6, 12},
      "yaw", new double[] {30, 60, 80},
      "visible", new double[] {0.5, 0.75, 0.95},
      "vis", new double[] {0.3, 0.7});

  private static final double[] FACE_HEIGHTS = {16, 24, 32, 48, 96};

  private Groups() {}

  static List<Group> of(Truth truth) {
    List<Group> groups = new ArrayList<>();
    groups.add(new Group("set", truth.set()));
    groups.add(new Group("source", source(truth)));
    truth.line().path("tags").forEach(tag -> groups.add(new Group("tag", tag.asText())));
    described(truth.line(), groups);
    return groups;
  }

  static List<Group> of(Truth truth, Truth.TrueBox box) {
    List<Group> groups = of(truth);
    described(box.node(), groups);
    return groups;
  }

  /** The bucket of a face by its labelled height in pixels. */
  static Group size(Rect face) {
    return new Group("size", bucket(face.h(), FACE_HEIGHTS) + " px");
  }

  /** Boxes by eye are one source, whatever else is said of them. */
  private static String source(Truth truth) {
    return truth.byEye() ? "eye" : truth.source().replaceFirst("[,:(].*", "").strip();
  }

  private static void described(JsonNode node, List<Group> groups) {
    for (String name : List.of("race", "gender")) {
      JsonNode own = node.path("group").path(name);
      JsonNode value = own.isTextual() ? own : node.path(name);
      if (value.isTextual()) {
        groups.add(new Group(name, value.asText()));
      }
    }
    if (node.has("usable")) {
      groups.add(new Group("usable", node.path("usable").asText()));
    }
    node.path("conditions").properties().forEach(entry -> condition(entry, groups));
    CUTS.forEach((name, cuts) -> {
      if (node.path(name).isNumber()) {
        groups.add(new Group(name, bucket(node.path(name).asDouble(), cuts)));
      }
    });
  }

  private static void condition(Map.Entry<String, JsonNode> entry, List<Group> groups) {
    double[] cuts = CUTS.get(entry.getKey());
    if (entry.getValue().isTextual() || entry.getValue().isBoolean()) {
      groups.add(new Group(entry.getKey(), entry.getValue().asText()));
    } else if (cuts != null && entry.getValue().isNumber()) {
      groups.add(new Group(entry.getKey(), bucket(entry.getValue().asDouble(), cuts)));
    }
  }

  static String bucket(double value, double... cuts) {
    if (value < cuts[0]) {
      return "< " + text(cuts[0]);
    }
    for (int at = 1; at < cuts.length; at++) {
      if (value < cuts[at]) {
        return text(cuts[at - 1]) + " to " + text(cuts[at]);
      }
    }
    return ">= " + text(cuts[cuts.length - 1]);
  }

  private static String text(double cut) {
    return cut == Math.rint(cut) ? String.valueOf((long) cut) : String.valueOf(cut);
  }
}
