package sightline.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightline.words.Catalogue;

/**
 * Everything that is known about one worker, for that worker: consent history, decisions with their reasons, time, pay, appeals,
 * feedback. What was not looked at or does not exist is an object {@code noRecord} with the reason, never zero or an empty list.
 */
public final class WorkerRecord {
  private static final String NO_RECORD = "noRecord";

  private final ObjectNode record;
  private final String language;

  private WorkerRecord(ObjectNode record, String language) {
    this.record = record;
    this.language = language;
  }

  /**
   * From a folder of JSON Lines.
   *
   * @param sessions ids of the worker's sessions
   * @param locale language of the page, null for that of the newest feedback
   * @throws IllegalArgumentException where the folder knows none of the sessions
   */
  public static WorkerRecord ofFiles(
      String worker, Path folder, Set<String> sessions, @Nullable String locale)
      throws IOException {
    return of(worker, FoundInFiles.in(folder, sessions), locale, "in %s".formatted(folder));
  }

  /**
   * From Kafka's topics.
   *
   * @throws IllegalArgumentException where no frame is this worker's
   */
  public static WorkerRecord ofTopics(String worker, String bootstrap, @Nullable String locale) {
    return of(worker, FoundInTopics.at(bootstrap, worker), locale, "at " + bootstrap);
  }

  static WorkerRecord of(String worker, Found found, @Nullable String locale, String where) {
    if (found.sessions.isEmpty() && found.feedback.isEmpty() && found.receipts.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is known of the worker %s %s: check the pseudonym and the sessions"
              .formatted(worker, where));
    }
    ObjectNode record = JsonNodeFactory.instance
        .objectNode()
        .put("schema", "sightline-worker-record-1")
        .put("worker", worker);
    record.set("consent", consent(found));
    record.set("sessions", sessions(found));
    record.set("time", time(found));
    record.set("pay", noRecord("no topic or file of this version names pay"));
    record.set("appeals", noRecord("no topic or file of this version names appeals"));
    return new WorkerRecord(record, language(found, locale));
  }

  private static String language(Found found, @Nullable String locale) {
    if (locale != null) {
      return Catalogue.open().language(locale);
    }
    String named = found.feedback.stream()
        .filter(WorkerRecord::ofSession)
        .map(line -> line.path("language").asText())
        .reduce("en", (before, after) -> after);
    return Catalogue.open().language(named);
  }

  private static JsonNode consent(Found found) {
    if (!found.consentLookedFor) {
      return noRecord("files of an analysis hold no receipts: ask with --bootstrap");
    }
    ObjectNode consent = JsonNodeFactory.instance
        .objectNode()
        .put("note", "receipts as they came with frames; their signatures were not checked again");
    consent.putArray("receipts").addAll(found.receipts);
    consent.putArray("revocations").addAll(found.revocations);
    return consent;
  }

  private static ArrayNode sessions(Found found) {
    Map<String, ObjectNode> sessions = new TreeMap<>();
    newest(found.sessions).forEach((id, line) -> session(sessions, id).set("summary", line));
    newest(found.verdicts).forEach((id, line) -> session(sessions, id).set("verdict", line));
    found.feedback.stream()
        .filter(line -> !ofSession(line))
        .forEach(line -> session(sessions, line.path("session").asText())
            .withArray("testClips")
            .add(line));
    newest(found.feedback.stream().filter(WorkerRecord::ofSession).toList())
        .forEach((id, line) -> session(sessions, id).set("feedback", line));
    found.overrides.forEach(line -> session(sessions, line.path("session").asText())
        .withArray("laterDecisions")
        .add(line));
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    sessions.values().forEach(session -> {
      for (String part : List.of("summary", "verdict", "feedback")) {
        if (!session.has(part)) {
          session.set(part, noRecord("the session has none"));
        }
      }
      all.add(session);
    });
    return all;
  }

  private static ObjectNode session(Map<String, ObjectNode> sessions, String id) {
    return sessions.computeIfAbsent(
        id, fresh -> JsonNodeFactory.instance.objectNode().put("session", fresh));
  }

  /** The highest revision of each session. */
  private static Map<String, JsonNode> newest(List<JsonNode> lines) {
    Map<String, JsonNode> newest = new TreeMap<>();
    lines.forEach(line -> newest.merge(
        line.path("session").asText(),
        line,
        (one, other) ->
            other.path("revision").asInt() > one.path("revision").asInt() ? other : one));
    return newest;
  }

  private static JsonNode time(Found found) {
    Map<String, JsonNode> summaries = newest(found.sessions);
    if (summaries.isEmpty()) {
      return noRecord("no session has a summary");
    }
    long millis = summaries.values().stream()
        .mapToLong(line -> Duration.between(
                Instant.parse(line.path("firstCapturedAt").asText()),
                Instant.parse(line.path("lastCapturedAt").asText()))
            .toMillis())
        .sum();
    return JsonNodeFactory.instance
        .objectNode()
        .put("recordedSeconds", Math.round(millis / 1000.0))
        .put("sessions", summaries.size())
        .put(
            "note",
            "from first to last frame of each session by the device's clock, pauses included; setup, upload and waiting are not recorded");
  }

  static ObjectNode noRecord(String why) {
    return JsonNodeFactory.instance.objectNode().put(NO_RECORD, why);
  }

  static boolean missing(JsonNode part) {
    return part.has(NO_RECORD);
  }

  private static boolean ofSession(JsonNode feedback) {
    return feedback.has("verdict");
  }

  public String json() {
    return record.toPrettyString() + "\n";
  }

  public String html() {
    return new RecordPage(record, language, Catalogue.open()).html();
  }

  /** Writes {@code record.json} and {@code record.html}. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("record.json"), json(), StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("record.html"), html(), StandardCharsets.UTF_8);
  }
}
