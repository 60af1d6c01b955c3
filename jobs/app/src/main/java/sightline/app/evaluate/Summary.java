package sightline.app.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sightline.app.voices.VoiceFigures;

/** The evaluations of several sets, joined: counts are added up, other figures stand beside each other with their sets. */
public final class Summary {
  private final Map<Path, Evaluation> evaluations;
  private final List<Evaluation> single;
  private final String voices;

  private Summary(Map<Path, Evaluation> evaluations, List<Evaluation> single, String voices) {
    this.evaluations = evaluations;
    this.single = single;
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
    List<Evaluation> single = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(path -> path.endsWith(Evaluation.FILE)).sorted().toList()) {
        Evaluation evaluation = Evaluation.read(file);
        if (evaluation.set().endsWith(SideBySide.SINGLE)) {
          single.add(evaluation);
        } else {
          evaluations.put(folder.relativize(file), evaluation);
        }
      }
    }
    if (evaluations.isEmpty()) {
      throw new IllegalArgumentException(
          "no evaluation.json below %s: evaluate a set first".formatted(folder));
    }
    Path voices = folder.resolve(VoiceFigures.FILE);
    return new Summary(
        evaluations,
        List.copyOf(single),
        Files.isRegularFile(voices) ? Files.readString(voices) : "");
  }

  /** How many sets. */
  public int sets() {
    return evaluations.size();
  }

  /** Writes accuracy.md and index.html, and where doubts are stated leak-review.svg with its table. */
  public void write(Path folder) throws IOException {
    Optional<LeakReview> leaks = LeakReview.of(this);
    if (leaks.isPresent()) {
      leaks.get().write(folder);
    }
    Files.writeString(folder.resolve("accuracy.md"), markdown());
    Files.writeString(folder.resolve("index.html"), html());
  }

  /** Writes the text to a file, and the plot of leaks against review with its table beside it. */
  public void writeDocs(Path file) throws IOException {
    Files.writeString(file, markdown());
    Optional<LeakReview> leaks = LeakReview.of(this);
    if (leaks.isPresent()) {
      leaks.get().write(file.toAbsolutePath().resolveSibling(".").normalize());
    }
  }

  /**
   * Writes the measured curve of leaks against review.
   *
   * @param folder such as {@code models/review}
   * @return the file
   * @throws IllegalArgumentException where no clean set states doubts, or under several policies
   */
  public Path writeCurve(Path folder) throws IOException {
    return LeakReview.of(this)
        .orElseThrow(() -> new IllegalArgumentException(
            "a curve takes doubts of %s and of labelled faces".formatted(LeakReview.CLEAN)))
        .writeCurve(folder);
  }

  /** The same text wherever and whenever it is made of the same figures. */
  public String markdown() {
    return Markdown.of(this) + voices;
  }

  List<Evaluation> evaluations() {
    return List.copyOf(evaluations.values());
  }

  /** Those of sets whose frames were judged each by itself; they are in no other figure. */
  List<Evaluation> single() {
    return single;
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
    page.sideBySide(SideBySide.rows(this));
    page.heading("Sets");
    Map<String, String> links = new LinkedHashMap<>();
    evaluations.forEach((file, evaluation) -> links.put(
        "%s: %,d frames, %,d with labels"
            .formatted(evaluation.set(), evaluation.frames(), evaluation.labelledFrames()),
        file.resolveSibling("report.html").toString().replace('\\', '/')));
    page.links(links);
    joined().stream()
        .filter(answer -> !answer.id().equals(Doubts.ID))
        .forEach(answer -> page.answer(answer, List.of()));
    return page.done();
  }
}
