package sightline.app.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import sightline.app.footage.MediaFile;

/**
 * The labels below a folder, and the media that they are of.
 *
 * @param files every annotations.jsonl
 * @param media that labels are of, by session
 * @param problems labels that are of nothing, in words
 */
record Annotations(
    List<Path> files, List<MediaFile> media, List<Truth> truths, List<String> problems) {
  private static final String FILE = "annotations.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param name what the folder is called in the figures
   * @param found the media below the folder
   * @param leaveOut a folder that holds results
   * @throws IllegalArgumentException where there are no annotations, or a line cannot be read; names file and line
   */
  static Annotations below(Path folder, String name, List<MediaFile> found, Path leaveOut)
      throws IOException {
    Map<String, MediaFile> sessions = new HashMap<>();
    found.forEach(file -> sessions.put(file.session(), file));
    List<Path> files = files(folder, leaveOut);
    List<Truth> truths = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      read(folder, name, file, sessions, truths, problems);
    }
    if (truths.isEmpty() && problems.isEmpty()) {
      throw new IllegalArgumentException(
          "no annotations below %s: labels lie in annotations.jsonl beside the media"
              .formatted(folder));
    }
    Set<String> labelled = new HashSet<>();
    truths.forEach(truth -> labelled.add(truth.session()));
    List<MediaFile> media =
        found.stream().filter(file -> labelled.contains(file.session())).toList();
    return new Annotations(files, media, List.copyOf(truths), problems);
  }

  private static List<Path> files(Path folder, Path leaveOut) throws IOException {
    Path without = leaveOut.toAbsolutePath().normalize();
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(path -> path.endsWith(FILE) && Files.isRegularFile(path))
          .filter(path -> !path.toAbsolutePath().normalize().startsWith(without))
          .sorted()
          .toList();
    }
  }

  private static void read(
      Path folder,
      String name,
      Path file,
      Map<String, MediaFile> sessions,
      List<Truth> truths,
      List<String> problems)
      throws IOException {
    String below = folder
        .relativize(java.util.Objects.requireNonNull(file.getParent(), "a file in a folder"))
        .toString()
        .replace('\\', '/');
    String set = below.isEmpty() ? name : name + "/" + below;
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (String text : Files.readAllLines(file)) {
      number++;
      if (text.isBlank()) {
        continue;
      }
      JsonNode line = parsed(file, number, text);
      String session = (below.isEmpty() ? "" : below + "/") + line.path("file").asText();
      MediaFile media = sessions.get(session);
      if (media == null) {
        problems.add("%s line %d: there is no file %s".formatted(set, number, line.path("file")));
        continue;
      }
      // mot17_mini says of its photos which frame of a sequence they were.
      int frame = media.kind() == MediaFile.Kind.PHOTO ? 0 : line.path("frame").asInt();
      if (!seen.add(session + "#" + frame)) {
        problems.add(
            "%s line %d: %s frame %d is labelled twice".formatted(set, number, session, frame));
        continue;
      }
      try {
        truths.add(Truth.of(set, session, frame, line));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s line %d: %s".formatted(file, number, e.getMessage()), e);
      }
    }
  }

  private static JsonNode parsed(Path file, int number, String text) {
    try {
      JsonNode line = JSON.readTree(text);
      if (!line.isObject() || !line.path("file").isTextual()) {
        throw new IllegalArgumentException(
            "%s line %d: a label line is an object that names its file".formatted(file, number));
      }
      return line;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s line %d is not JSON: %s".formatted(file, number, e.getOriginalMessage()), e);
    }
  }
}
