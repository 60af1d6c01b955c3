package sightline.app.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a set's labels say of the engine: {@code evaluation.json}, read and written.
 *
 * @param set what the folder is called
 * @param stamp of the engine, its models, its settings and the labels: another stamp, other figures
 * @param models versions that the engine named, or "none"
 * @param policies versions of the policies that decided
 * @param frames of the analysis
 * @param labelledFrames of them, those with labels
 * @param problems labels that are of nothing
 */
record Evaluation(
    String set,
    String stamp,
    Set<String> models,
    Set<String> policies,
    long frames,
    long labelledFrames,
    List<String> problems,
    List<Answer> answers) {
  static final String FILE = "evaluation.json";

  /** Raised when the layout of the file changes. */
  static final int FORMAT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Asks every question. */
  static Evaluation of(
      String set,
      String stamp,
      Material material,
      List<String> problems,
      List<Question> questions) {
    Set<String> models = new LinkedHashSet<>();
    Set<String> policies = new LinkedHashSet<>();
    for (Seen seen : material.all().values()) {
      models.add(seen.directive().path("models").asText());
      policies.add(seen.directive().path("policy").asText());
    }
    List<String> all = new ArrayList<>(problems);
    all.addAll(material.problems());
    return new Evaluation(
        set,
        stamp,
        models,
        policies,
        material.all().size(),
        material.labelled().size(),
        all,
        questions.stream()
            .map(question -> question.ask(material))
            .filter(answer -> !answer.isEmpty())
            .toList());
  }

  /** The answer of that id, null where nothing of it was labelled. */
  @Nullable
  Answer answer(String id) {
    return answers.stream().filter(answer -> answer.id().equals(id)).findFirst().orElse(null);
  }

  void write(Path out) throws IOException {
    ObjectNode root =
        JSON.createObjectNode().put("format", FORMAT).put("set", set).put("stamp", stamp);
    models.forEach(root.putArray("models")::add);
    policies.forEach(root.putArray("policies")::add);
    root.put("frames", frames).put("labelledFrames", labelledFrames);
    problems.forEach(root.putArray("problems")::add);
    ArrayNode questions = root.putArray("questions");
    answers.forEach(answer -> answer.write(questions.addObject()));
    Path unfinished = out.resolve(FILE + ".part");
    Files.writeString(
        unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    Files.move(unfinished, out.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads a finished evaluation.
   *
   * @throws IllegalArgumentException where the file is none of ours
   */
  static Evaluation read(Path file) throws IOException {
    try {
      JsonNode root = JSON.readTree(Files.readString(file));
      if (root.path("format").asInt() != FORMAT) {
        throw new IllegalArgumentException(
            "%s is no evaluation of format %d: evaluate the set again".formatted(file, FORMAT));
      }
      List<Answer> answers = new ArrayList<>();
      root.path("questions").forEach(question -> answers.add(Answer.read(question)));
      return new Evaluation(
          root.path("set").asText(),
          root.path("stamp").asText(),
          words(root.path("models")),
          words(root.path("policies")),
          root.path("frames").asLong(),
          root.path("labelledFrames").asLong(),
          List.copyOf(words(root.path("problems"))),
          answers);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("%s is not JSON".formatted(file), e);
    }
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new LinkedHashSet<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }
}
