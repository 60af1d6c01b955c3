package sightline.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Reads a folder that {@code analyze} wrote. It names no worker, so whoever asks has to know the worker's sessions. */
public final class FoundInFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FoundInFiles() {}

  /**
   * @throws IllegalArgumentException where the folder holds no analysis or a line does not read
   */
  static Found in(Path folder, Set<String> sessions) throws IOException {
    if (!Files.isRegularFile(folder.resolve("sessions.jsonl"))) {
      throw new IllegalArgumentException(
          "no sessions.jsonl in %s: name a folder that 'sightline analyze' wrote"
              .formatted(folder));
    }
    Found found = new Found();
    read(folder.resolve("sessions.jsonl"), sessions, found.sessions);
    read(folder.resolve("verdicts.jsonl"), sessions, found.verdicts);
    read(folder.resolve("feedback.jsonl"), sessions, found.feedback);
    read(folder.resolve("overrides.jsonl"), sessions, found.overrides);
    return found;
  }

  private static void read(Path file, Set<String> sessions, List<JsonNode> into)
      throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        JsonNode read;
        try {
          read = JSON.readTree(line);
        } catch (IOException e) {
          throw new IllegalArgumentException(
              "line %s of %s is no JSON: nothing was written".formatted(number, file), e);
        }
        if (sessions.contains(read.path("session").asText())) {
          into.add(read);
        }
      }
    }
  }
}
