package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A labelled frame that went out and was looked at again.
 *
 * @param whose whom its first labelled face is of, or else what was filmed: frames of one are alike
 * @param leaked labelled faces that its directive leaves uncovered
 * @param best confidence of the surest find that its directive leaves uncovered, 0 where there was none
 */
record SecondLooked(String session, int frame, String whose, int leaked, double best) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static SecondLooked of(Material.Labelled frame, int leaked, double best) {
    Truth truth = frame.truth();
    String whose = truth.boxes("face").stream()
        .map(face -> face.node().path("identity").asText())
        .filter(identity -> !identity.isEmpty())
        .findFirst()
        .orElse(truth.line().path("base").asText(truth.session()));
    return new SecondLooked(truth.session(), truth.frame(), whose, leaked, best);
  }

  boolean leaks() {
    return leaked > 0;
  }

  static void write(List<SecondLooked> frames, Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (SecondLooked frame : frames) {
      lines.append(JSON.writeValueAsString(frame)).append('\n');
    }
    Files.writeString(file, lines);
  }

  static List<SecondLooked> read(Path file) throws IOException {
    List<SecondLooked> frames = new ArrayList<>();
    for (String text : Files.readAllLines(file)) {
      JsonNode line = JSON.readTree(text);
      frames.add(new SecondLooked(
          line.path("session").asText(),
          line.path("frame").asInt(),
          line.path("whose").asText(),
          line.path("leaked").asInt(),
          line.path("best").asDouble()));
    }
    return frames;
  }
}
