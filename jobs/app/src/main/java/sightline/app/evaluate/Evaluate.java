package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sightline.app.analyze.Analysis;
import sightline.app.footage.MediaSearch;
import sightline.pipeline.job.Settings;

/**
 * Holds the engine against labels: analyses the labelled media of a folder and counts what it got right. Into the out folder
 * go {@code analysis/}, {@code evaluation.json}, {@code report.html} and {@code pictures/}; the pictures show other people's
 * footage, so that they stay there.
 */
public final class Evaluate {
  private final Path folder;
  private final Path out;
  private final String set;
  private final Annotations annotations;
  private final String stamp;

  private Evaluate(Path folder, Path out, String set, Annotations annotations, String stamp) {
    this.folder = folder;
    this.out = out;
    this.set = set;
    this.annotations = annotations;
    this.stamp = stamp;
  }

  /**
   * What an evaluation came to.
   *
   * @param frames analysed
   * @param labelledFrames of them, those with labels
   * @param problems labels that are of nothing
   */
  public record Result(long frames, long labelledFrames, List<String> problems) {}

  /**
   * Reads the labels.
   *
   * @param set what the folder is called in the figures
   * @param models the folder of model descriptions and weights
   * @param given settings as given
   * @throws IllegalArgumentException where there are no labels, or they cannot be read
   */
  public static Evaluate of(
      Path folder, Path out, String set, Path models, Map<String, String> given)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder %s".formatted(folder));
    }
    MediaSearch media = MediaSearch.below(List.of(folder), out);
    Annotations annotations = Annotations.below(folder, set, media.found(), out);
    return new Evaluate(folder, out, set, annotations, Stamp.of(models, given, annotations));
  }

  /** What the out folder holds, where it is finished, by the same engine, and of the same labels. */
  public Optional<Result> finished() throws IOException {
    Path file = out.resolve(Evaluation.FILE);
    return Files.isRegularFile(file)
        ? Optional.of(Evaluation.read(file))
            .filter(there -> there.stamp().equals(stamp))
            .map(Evaluate::result)
        : Optional.empty();
  }

  /**
   * @param pictures at most so many misses of a question are drawn
   * @throws Exception where the analysis itself fails, which no bad file makes it do
   */
  public Result run(
      Settings settings, int parallelism, int pictures, Consumer<Analysis.Moment> watcher)
      throws Exception {
    Path analysis = out.resolve("analysis");
    clear(analysis);
    clear(out.resolve("pictures"));
    Files.deleteIfExists(out.resolve(Evaluation.FILE));
    Files.createDirectories(analysis);
    if (annotations.media().isEmpty()) {
      throw new IllegalArgumentException("no labelled media below %s: %s"
          .formatted(folder, String.join("; ", annotations.problems())));
    }
    new Analysis(settings, parallelism).run(annotations.media(), analysis, watcher);
    Material material = Material.of(annotations, analysis);
    List<String> problems = new ArrayList<>(annotations.problems());
    problems.addAll(Rasters.problems(annotations));
    Evaluation evaluation = Evaluation.of(set, stamp, material, problems, Questions.ALL);
    report(evaluation, Pictures.draw(evaluation.answers(), pictures, annotations, material, out));
    verdicts(analysis.resolve("verdicts.jsonl"));
    // Last, as it says that the set is finished.
    evaluation.write(out);
    return result(evaluation);
  }

  /** Of clips that were spoilt on purpose, where the engine gave verdicts: the half of them that no threshold was set by. */
  private void verdicts(Path lines) throws IOException {
    List<JsonNode> labels = annotations.truths().stream().map(Truth::line).toList();
    if (Files.isRegularFile(lines) && labels.stream().anyMatch(label -> label.has("degraded"))) {
      VerdictFigures.of(labels, VerdictFigures.lines(lines), "report").write(out);
    }
  }

  private static Result result(Evaluation evaluation) {
    return new Result(evaluation.frames(), evaluation.labelledFrames(), evaluation.problems());
  }

  private void report(Evaluation evaluation, Map<String, List<Pictures.Shown>> pictures)
      throws IOException {
    Html page = new Html(
        "Evaluation of %s".formatted(set),
        "%,d of %,d frames have labels. Models %s, policy %s. In the pictures: labels green, hidden regions red, judged persons blue, a withheld frame with a red border."
            .formatted(
                evaluation.labelledFrames(),
                evaluation.frames(),
                String.join("; ", evaluation.models()),
                String.join("; ", evaluation.policies())));
    if (!evaluation.problems().isEmpty()) {
      page.heading("Labels of nothing that is there");
      page.list(evaluation.problems());
    }
    if (evaluation.answers().isEmpty()) {
      page.says("Nothing that these labels say is asked about.");
    }
    evaluation
        .answers()
        .forEach(answer -> page.answer(answer, pictures.getOrDefault(answer.id(), List.of())));
    Files.writeString(out.resolve("report.html"), page.done());
  }

  private static void clear(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
