package sightline.app.voices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where somebody speaks in one part of a recording, and where certainly nobody does; what is neither counts as nothing.
 *
 * @param file below the shared media
 * @param part whether thresholds were chosen on it
 * @param fromMillis of the labelled part, from the start of the file
 */
record SpeechTruth(
    String file,
    String part,
    long fromMillis,
    long toMillis,
    List<Stretch> speech,
    List<Stretch> silence) {
  static final String RESOURCE = "/evaluation/speech.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Milliseconds from the start of the labelled part. */
  record Stretch(long fromMillis, long toMillis) {
    long millis() {
      return toMillis - fromMillis;
    }
  }

  SpeechTruth {
    speech = List.copyOf(speech);
    silence = List.copyOf(silence);
  }

  static List<SpeechTruth> all() throws IOException {
    List<SpeechTruth> all = new ArrayList<>();
    InputStream resource = SpeechTruth.class.getResourceAsStream(RESOURCE);
    if (resource == null) {
      throw new IllegalStateException(RESOURCE + " is part of this program");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        all.add(read(JSON.readTree(line)));
      }
    }
    return all;
  }

  private static SpeechTruth read(JsonNode line) {
    long from = millis(line.path("from"));
    return new SpeechTruth(
        line.path("file").asText(),
        line.path("part").asText(),
        from,
        millis(line.path("to")),
        stretches(line.path("speech"), from),
        stretches(line.path("silence"), from));
  }

  private static List<Stretch> stretches(JsonNode pairs, long start) {
    List<Stretch> stretches = new ArrayList<>();
    pairs.forEach(pair ->
        stretches.add(new Stretch(millis(pair.get(0)) - start, millis(pair.get(1)) - start)));
    return stretches;
  }

  private static long millis(JsonNode seconds) {
    return Math.round(1000 * seconds.asDouble());
  }
}
