package sightline.app.analyze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts a file of JSON Lines into the order of session and frame, so that two runs over the same footage can be compared. */
final class SortedLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A line's place in the order, and where it lies: the lines themselves stay in the file. */
  private record Line(String session, long frame, long position, int length) {}

  private SortedLines() {}

  static void sort(Path file) throws IOException {
    List<Line> lines = index(file);
    lines.sort(Comparator.comparing(Line::session)
        .thenComparingLong(Line::frame)
        .thenComparingLong(Line::position));
    Path sorted = file.resolveSibling(file.getFileName() + ".sorted");
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r");
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(sorted))) {
      for (Line line : lines) {
        byte[] bytes = new byte[line.length];
        in.seek(line.position);
        in.readFully(bytes);
        out.write(bytes);
        out.write('\n');
      }
    }
    Files.move(sorted, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<Line> index(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    long position = 0;
    try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          lines.add(line(line.toByteArray(), position));
          position += line.size() + 1;
          line.reset();
        } else {
          line.write(next);
        }
      }
    }
    return lines;
  }

  /** A rejection has no session and frame, but an origin that stands for them; an incident stands where it began. */
  private static Line line(byte[] bytes, long position) throws IOException {
    JsonNode node = JSON.readTree(bytes);
    JsonNode origin = node.path("origin");
    String session = node.has("session")
        ? node.get("session").asText()
        : origin.path("topic").asText();
    long frame = node.has("frame")
        ? node.get("frame").asLong()
        : node.path("fromFrame")
            .asLong(origin.path("offset").asLong(node.path("revision").asLong()));
    return new Line(session, frame, position, bytes.length);
  }
}
