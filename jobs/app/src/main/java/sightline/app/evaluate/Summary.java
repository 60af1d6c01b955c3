package sightline.app.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sightline.app.voices.VoiceFigures;

/** The evaluations of several sets, joined: counts are added up, other figures stand beside each other with their sets. */
public final class Summary {
  private final Map<Path, Evaluation> evaluations;
  private final String voices;

  private Summary(Map<Path, Evaluation> evaluations, String voices) {
    this.evaluations = evaluations;
    this.voices = voices;
  }

  /**
   * @throws IllegalArgumentException where there is none, or one is not of this format
   */
  public static Summary below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder %s".formatted(folder));
    }
    Map<Path, Evaluation> evaluations = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(path -> path.endsWith(Evaluation.FILE)).sorted().toList()) {
        evaluations.put(folder.relativize(file), Evaluation.read(file));
      }
    }
    if (evaluations.isEmpty()) {
      throw new IllegalArgumentException(
          "no evaluation.json below %s: evaluate a set first".formatted(folder));
    }
    Path voices = folder.resolve(VoiceFigures.FILE);
    return new Summary(evaluations, Files.isRegularFile(voices) ? Files.readString(voices) : "");
  }

  /** How many sets. */
  public int sets() {
    return evaluations.size();
  }

  /** Writes accuracy.md and index.html. */
  public void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("accuracy.md"), markdown());
    Files.writeString(folder.resolve("index.html"), html());
  }

  /** The same text wherever and whenever it is made of the same figures. */
  public String markdown() {
    return Markdown.of(this) + voices;
  }

  List<Evaluation> evaluations() {
    return List.copyOf(evaluations.values());
  }

  /** A proportion over the sets of these names. */
  Rates rates(String question, String name, Predicate<String> sets) {
    Rates joined = new Rates();
    answers(question, sets).forEach(answer -> {
      Rates rates = answer.rates().get(name);
      if (rates != null) {
        joined.add(rates);
      }
    });
    return joined;
  }

  List<Estimate> estimates(String question, String name, Predicate<String> sets) {
    return answers(question, sets).stream()
        .flatMap(answer -> answer.estimates().stream())
        .filter(estimate -> estimate.name().equals(name))
        .toList();
  }

  private List<Answer> answers(String question, Predicate<String> sets) {
    List<Answer> answers = new ArrayList<>();
    for (Evaluation evaluation : evaluations.values()) {
      Answer answer = evaluation.answer(question);
      if (answer != null && sets.test(evaluation.set())) {
        answers.add(answer);
      }
    }
    return answers;
  }

  /** Every question over all sets. */
  List<Answer> joined() {
    Map<String, Answer> joined = new LinkedHashMap<>();
    for (String id : Questions.IDS) {
      for (Answer answer : answers(id, set -> true)) {
        joined.computeIfAbsent(id, none -> new Answer(id, answer.title())).add(answer);
      }
    }
    return List.copyOf(joined.values());
  }

  private String html() {
    Html page = new Html("Accuracy", "Every figure with its counts and its 95% interval");
    page.targets(Targets.of(this));
    page.heading("Sets");
    Map<String, String> links = new LinkedHashMap<>();
    evaluations.forEach((file, evaluation) -> links.put(
        "%s: %,d frames, %,d with labels"
            .formatted(evaluation.set(), evaluation.frames(), evaluation.labelledFrames()),
        file.resolveSibling("report.html").toString().replace('\\', '/')));
    page.links(links);
    joined().forEach(answer -> page.answer(answer, List.of()));
    return page.done();
  }
}
