package sightline.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sightline.app.analyze.Analysis;
import sightline.app.analyze.Summary;
import sightline.app.footage.MediaSearch;
import sightline.pipeline.job.Settings;
import sightline.pipeline.job.SettingsReader;

@Command(
    name = "analyze",
    description = {
      "Scores media files and writes what must be hidden in them.",
      "",
      "A photo is a session of one frame, a video is a session. Into DIR go frames.jsonl (scores and their reasons), directives.jsonl"
          + " (one final directive a frame), sessions.jsonl and rejected.jsonl.",
      ""
    })
public final class AnalyzeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Media files, or folders of them.")
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results; must be new or empty.")
  private @Nullable Path out;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, one 'key = value' a line; see jobs/docs/settings.md.")
  private @Nullable Path config;

  @Option(
      names = "--consent",
      paramLabel = "off|required",
      description =
          "off (default): the footage is yours to analyse. required: withhold every frame whose receipt was not verified.")
  private @Nullable String consent;

  @Option(names = "--overwrite", description = "Replace an earlier analysis in DIR.")
  private boolean overwrite;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Files read side by side (default: processors).")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--no-fetch",
      description = "Do not bring missing model weights; without them every frame is withheld.")
  private boolean noFetch;

  @Option(
      names = "--overview",
      description =
          "Also draw DIR/overview/: one picture a file, frames redacted as directed, with their scores.")
  private boolean overview;

  @Mixin
  private final Voice voice = new Voice();

  @Override
  public Integer call() throws Exception {
    PrintWriter say = voice.out();
    Path folder = folder();
    MediaSearch media = MediaSearch.below(paths, folder);
    if (media.found().isEmpty()) {
      throw new CannotRun(
          "no footage below %s: media files end in mp4, mov, mkv, webm, avi, jpg, png or the like"
              .formatted(paths));
    }
    Settings settings = SettingsReader.read(Given.settings(config, consent), new byte[0]);
    if (!noFetch) {
      Home.fetchModels(voice::say);
    }
    Files.createDirectories(folder);
    Terminal terminal = new Terminal(say);
    Analysis.Result result =
        new Analysis(settings, parallelism).run(media.found(), folder, terminal::progress);
    terminal.done();
    Summary summary = Summary.of(folder);
    summary.print(say, result, media, folder);
    Analysis.clearOverview(folder);
    if (overview) {
      Analysis.drawOverview(media.found(), folder);
    }
    boolean refused = result.rejected() > 0
        || summary.undecodable() > 0
        || !media.unreadable().isEmpty();
    return refused ? SaidPlainly.REFUSED_MEDIA : 0;
  }

  private Path folder() throws java.io.IOException {
    if (out == null) {
      throw new CannotRun("--out DIR is missing");
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new CannotRun("%s is a file: name a folder with --out".formatted(out));
    }
    if (Analysis.occupied(out) && !overwrite) {
      throw new CannotRun(
          "%s is not empty: name another folder, or replace what is there with --overwrite"
              .formatted(out));
    }
    return out;
  }
}
