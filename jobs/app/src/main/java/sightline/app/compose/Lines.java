package sightline.app.compose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Annotation lines beside shared media. */
final class Lines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Lines() {}

  /**
   * @throws MediaMissing where the folder has no annotations
   */
  static List<JsonNode> of(Path folder) {
    Path file = folder.resolve("annotations.jsonl");
    if (!Files.isRegularFile(file)) {
      throw new MediaMissing(
          "there is no %s; name the shared media with --media or SIGHTLINE_MEDIA".formatted(file));
    }
    try {
      return parsed(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> parsed(List<String> text) throws JsonProcessingException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text) {
      if (!line.isBlank()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }
}
