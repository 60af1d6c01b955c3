package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a line of {@code annotations.jsonl} says of one picture.
 *
 * @param set the folder it lies in
 * @param frame 0-based decode order, 0 for a photo
 * @param boxes those of labels that are labelled, exhaustively or in part, cut to the picture
 * @param exhaustive labels of which every box is there: an absent box is a true negative
 * @param ignore labels with boxes that are left out of scoring
 * @param line the whole line
 */
record Truth(
    String set,
    String session,
    int frame,
    int width,
    int height,
    List<TrueBox> boxes,
    Set<String> exhaustive,
    Set<String> ignore,
    JsonNode line) {

  /** One labelled box; {@code node} holds whatever else is said of it. */
  record TrueBox(String label, Rect rect, JsonNode node) {}

  /**
   * @throws IllegalArgumentException where the line is not of the format, saying how
   */
  static Truth of(String set, String session, int frame, JsonNode line) {
    int width = line.path("width").asInt();
    int height = line.path("height").asInt();
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("width and height are missing");
    }
    Set<String> exhaustive = words(line.path("labelled"));
    Set<String> known = words(line.path("partly_labelled"));
    known.addAll(exhaustive);
    List<TrueBox> boxes = new ArrayList<>();
    Rect picture = new Rect(0, 0, width, height);
    for (JsonNode node : line.path("boxes")) {
      String label = known(node.path("label").asText(), known);
      Rect box = Rect.of(node);
      if (known.contains(label) || label.equals("bystander")) {
        box.within(picture).ifPresent(inside -> boxes.add(new TrueBox(label, inside, node)));
      }
    }
    Set<String> ignore = new HashSet<>();
    line.path("ignore").forEach(node -> ignore.add(node.path("label").asText()));
    return new Truth(
        set,
        session,
        frame,
        width,
        height,
        List.copyOf(boxes),
        Set.copyOf(exhaustive),
        Set.copyOf(ignore),
        line);
  }

  /** What was placed into a picture is known of the rest of which nothing is: it counts under a label of its own. */
  private static String known(String label, Set<String> known) {
    if (known.contains(label + "_placed")) {
      return label + "_placed";
    }
    return known.contains("bystander_" + label) ? "bystander" : label;
  }

  List<TrueBox> boxes(String... labels) {
    Set<String> wanted = Set.of(labels);
    return boxes.stream().filter(box -> wanted.contains(box.label())).toList();
  }

  /** No face and nobody but the wearer, and that is known. */
  boolean clean() {
    boolean known = exhaustive.contains("face")
        && (exhaustive.contains("bystander")
            || exhaustive.contains("bystander_person")
            || exhaustive.contains("person"));
    boolean ignored = ignore.contains("face") || ignore.contains("person");
    boolean counted = line.path("n_faces").asInt() > 0
        || line.path("n_people").asInt() > 0
        || line.path("n_bystanders").asInt() > 0;
    return known && !ignored && !counted && boxes("face", "person", "bystander").isEmpty();
  }

  /** Made by eye: boxes are some 8 to 15 px off, too coarse for the stricter bound of a leak. */
  boolean byEye() {
    return source().startsWith("eye");
  }

  String source() {
    return line.path("source").asText("upstream");
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new HashSet<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }
}
