package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was asked of the engine and what it said.
 *
 * @param labelled frames with labels and a directive
 * @param all what the engine said of every frame, labelled or not, by session and index
 * @param problems labels of frames that have no directive, in words
 */
record Material(List<Labelled> labelled, Map<Place, Seen> all, List<String> problems) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A frame. */
  record Place(String session, int frame) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int session = this.session.compareTo(other.session);
      return session != 0 ? session : Integer.compare(frame, other.frame);
    }
  }

  /** A labelled frame. */
  record Labelled(Truth truth, Seen seen) {
    /** What a frame is grouped by. */
    List<Group> groups() {
      return Groups.of(truth);
    }

    List<Group> groups(Truth.TrueBox box) {
      return Groups.of(truth, box);
    }
  }

  /** Reads a finished analysis beside its labels. */
  static Material of(Annotations annotations, Path analysis) throws IOException {
    Map<Place, JsonNode> scores = lines(analysis.resolve("frames.jsonl"));
    Map<Place, Seen> all = new LinkedHashMap<>();
    lines(analysis.resolve("directives.jsonl"))
        .forEach((place, directive) -> all.put(
            place, new Seen(directive, scores.getOrDefault(place, JSON.createObjectNode()))));
    Map<String, String> rejected = rejected(analysis.resolve("rejected.jsonl"));
    List<Labelled> labelled = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Truth truth : annotations.truths()) {
      Seen seen = all.get(new Place(truth.session(), truth.frame()));
      if (seen == null) {
        problems.add("%s: %s has no frame %d%s"
            .formatted(
                truth.set(),
                truth.session(),
                truth.frame(),
                rejected.containsKey(truth.session())
                    ? " (refused: %s)".formatted(rejected.get(truth.session()))
                    : ""));
      } else {
        labelled.add(new Labelled(truth, seen));
      }
    }
    return new Material(labelled, all, problems);
  }

  private static Map<Place, JsonNode> lines(Path file) throws IOException {
    Map<Place, JsonNode> lines = new TreeMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        JsonNode line = JSON.readTree(text);
        lines.put(new Place(line.path("session").asText(), line.path("frame").asInt()), line);
      }
    }
    return lines;
  }

  private static Map<String, String> rejected(Path file) throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String text : Files.readAllLines(file)) {
      JsonNode line = JSON.readTree(text);
      reasons.put(line.at("/origin/topic").asText(), line.path("reason").asText());
    }
    return reasons;
  }
}
