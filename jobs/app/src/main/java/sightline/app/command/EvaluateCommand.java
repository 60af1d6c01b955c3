package sightline.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sightline.app.compose.Composites;
import sightline.app.compose.Family;
import sightline.app.evaluate.Evaluate;
import sightline.app.evaluate.SecondPass;
import sightline.app.evaluate.Summary;
import sightline.app.voices.VoiceFigures;
import sightline.pipeline.job.Key;
import sightline.pipeline.job.Settings;
import sightline.pipeline.job.SettingsReader;

@Command(
    name = "evaluate",
    description = {
      "Holds the engine against labelled footage, and counts what it got right.",
      "",
      "Analyses the media below FOLDER that have labels in an annotations.jsonl beside them. Into DIR go evaluation.json (every count,"
          + " with 95%% intervals), report.html, pictures/ of the worst misses, and analysis/. The pictures show the footage: they are for"
          + " you alone. Exit code 3: done, but some labels are of nothing that is there.",
      ""
    })
public final class EvaluateCommand implements Callable<Integer> {
  private static final int SAID_EVERY = 500;

  private static final int PICTURES = 12;
  private static final int COMPOSITES = 2_000;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "Folder of media, with annotations.jsonl in it or in folders below.")
  private @Nullable Path folder;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the folder is called in the figures (default: its name).")
  private @Nullable String name;

  @Option(names = "--overwrite", description = "Replace an earlier evaluation in DIR.")
  private boolean overwrite;

  @Option(
      names = "--keep",
      description =
          "Leave a finished evaluation in DIR as it is, where engine, models, settings and labels are still the same.")
  private boolean keep;

  @Option(
      names = "--pictures",
      paramLabel = "N",
      description = "Misses drawn for each question, the worst first (default: ${DEFAULT-VALUE}).")
  private int pictures = PICTURES;

  @Option(
      names = "--summary",
      description =
          "Evaluate nothing: join every evaluation below DIR into DIR/accuracy.md and DIR/index.html.")
  private boolean summary;

  @Option(
      names = "--voices",
      description =
          "Evaluate nothing else: hold the voice model against the labelled sound of the shared media, into DIR/voices.md, which --summary joins.")
  private boolean voices;

  @Option(
      names = "--second-pass",
      description =
          "Evaluate nothing anew: of the evaluation of FOLDER that is in DIR, look thoroughly for faces that the engine let out, into DIR/second-pass.md; --count clean frames at most.")
  private boolean secondPass;

  @Option(
      names = "--write-quality",
      paramLabel = "DIR",
      description =
          "With --second-pass: write how much the thorough look misses and finds falsely into DIR/NAME/quality.json, by which the redact job corrects its estimate of leaks.")
  private @Nullable Path quality;

  @Option(
      names = "--write-docs",
      paramLabel = "FILE",
      description =
          "With --summary: write the text of accuracy.md there as well, and the plot of leaks against review beside it.")
  private @Nullable Path docs;

  @Option(
      names = "--write-curve",
      paramLabel = "DIR",
      description =
          "With --summary: write what each cut on doubt costs and saves into DIR/POLICY/curve.json.")
  private @Nullable Path curves;

  @Option(
      names = "--compose",
      paramLabel = "FAMILY",
      split = ",",
      description =
          "Evaluate nothing: write composites of these families, with labels, into folders below DIR.")
  private List<String> families = List.of();

  @Option(
      names = "--media",
      paramLabel = "DIR",
      description = "With --compose and --voices: the shared media (default: SIGHTLINE_MEDIA).")
  private @Nullable Path media;

  @Option(
      names = "--count",
      paramLabel = "N",
      description =
          "With --compose: pictures of a family, or clips of the family walks (default: ${DEFAULT-VALUE}).")
  private int count = COMPOSITES;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "With --compose and --voices: another seed, other pictures and noise (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin
  private final RunOptions run = new RunOptions();

  @Mixin
  private final Voice voice = new Voice();

  @Override
  public Integer call() throws Exception {
    Path into = run.out();
    if (summary) {
      return summed(into);
    }
    if (voices) {
      return listened(into);
    }
    if (!families.isEmpty()) {
      return composed(into);
    }
    if (secondPass) {
      Path media = labelled();
      run.fetchModels(voice::say);
      SecondPass.write(media, into, called(media), Home.models(), count, quality, voice::say);
      voice.say("the figures are in %s".formatted(into.resolve(SecondPass.FILE)));
      return 0;
    }
    return evaluated(labelled(), into);
  }

  private int summed(Path into) throws IOException {
    Summary joined = Summary.below(into);
    joined.write(into);
    if (docs != null) {
      joined.writeDocs(docs);
    }
    if (curves != null) {
      voice.say("the curve of leaks against review is in %s".formatted(joined.writeCurve(curves)));
    }
    voice.say("%d sets joined in %s".formatted(joined.sets(), into.resolve("accuracy.md")));
    return 0;
  }

  private int listened(Path into) throws Exception {
    run.fetchModels(voice::say);
    VoiceFigures.write(shared(), Home.models(), seed, into, voice::say);
    voice.say("the figures are in %s".formatted(into.resolve(VoiceFigures.FILE)));
    return 0;
  }

  private Path shared() {
    Path from = media != null ? media : Home.environmentPath("SIGHTLINE_MEDIA");
    if (from == null) {
      throw new CannotRun(
          "this is made of shared media: name them with --media or SIGHTLINE_MEDIA");
    }
    return from;
  }

  private int composed(Path into) throws IOException {
    Path from = shared();
    for (String named : families) {
      Family family = Family.of(named);
      Composites.Outcome outcome = Composites.write(family, from, into, count, seed, at -> {
        if (at.done() % SAID_EVERY == 0) {
          voice.say("%s: %s of %s".formatted(named, at.done(), at.of()));
        }
      });
      if (outcome == Composites.Outcome.ALREADY_THERE) {
        voice.say("%s: all of them are there".formatted(named));
      }
    }
    return 0;
  }

  private int evaluated(Path media, Path into) throws Exception {
    Map<String, String> given = run.settings();
    Settings settings = SettingsReader.read(given, new byte[0]);
    run.fetchModels(voice::say);
    Map<String, String> stamped = new LinkedHashMap<>(given);
    stamped.remove(Key.MODELS.id());
    Evaluate evaluate = Evaluate.of(media, into, called(media), Home.models(), stamped);
    Optional<Evaluate.Result> finished = keep ? evaluate.finished() : Optional.empty();
    if (finished.isPresent()) {
      voice.say("%s: finished already, by the same engine; kept".formatted(called(media)));
      return said(finished.get(), into);
    }
    if (!overwrite && !keep) {
      run.requireEmptyOut();
    }
    Files.createDirectories(into);
    Terminal terminal = new Terminal(voice.out());
    Evaluate.Result result =
        evaluate.run(settings, run.parallelism(), pictures, terminal::progress);
    terminal.done();
    return said(result, into);
  }

  private int said(Evaluate.Result result, Path into) {
    voice.say("%,d of %,d frames have labels; the figures are in %s"
        .formatted(result.labelledFrames(), result.frames(), into.resolve("evaluation.json")));
    if (result.problems().isEmpty()) {
      return 0;
    }
    voice.say(
        "%,d labels are of nothing that is there:".formatted(result.problems().size()));
    result.problems().forEach(problem -> voice.say("  " + problem));
    return SaidPlainly.REFUSED_MEDIA;
  }

  private Path labelled() {
    if (folder == null) {
      throw new CannotRun("FOLDER is missing: name a folder of labelled media");
    }
    return folder;
  }

  private String called(Path media) {
    return name != null
        ? name
        : String.valueOf(media.toAbsolutePath().normalize().getFileName());
  }
}
