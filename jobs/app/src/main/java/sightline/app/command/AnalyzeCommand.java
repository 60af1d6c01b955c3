package sightline.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sightline.app.analyze.Analysis;
import sightline.app.analyze.Summary;
import sightline.app.footage.MediaSearch;
import sightline.domain.task.TaskSpec;
import sightline.pipeline.job.Key;
import sightline.pipeline.job.Settings;
import sightline.pipeline.job.SettingsReader;
import sightline.pipeline.job.TaskSpecFiles;

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

  @Option(names = "--overwrite", description = "Replace an earlier analysis in DIR.")
  private boolean overwrite;

  @Option(
      names = "--overview",
      description =
          "Also draw DIR/overview/: one picture a file, frames redacted as directed, with their scores.")
  private boolean overview;

  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description =
          "Spec of the task that the footage shows; without it, it belongs to no task. See jobs/docs/task-specs.md.")
  private @Nullable Path spec;

  @Mixin
  private final RunOptions run = new RunOptions();

  @Mixin
  private final Voice voice = new Voice();

  @Override
  public Integer call() throws Exception {
    PrintWriter say = voice.out();
    Path folder = run.out();
    if (!overwrite) {
      run.requireEmptyOut();
    }
    MediaSearch media = MediaSearch.below(paths, folder);
    if (media.found().isEmpty()) {
      throw new CannotRun(
          "no footage below %s: media files end in mp4, mov, mkv, webm, avi, jpg, png or the like"
              .formatted(paths));
    }
    TaskSpec task = spec == null ? null : TaskSpecFiles.read(spec);
    Settings settings = settings(task);
    run.fetchModels(voice::say);
    Files.createDirectories(folder);
    Terminal terminal = new Terminal(say);
    Analysis.Result result = new Analysis(settings, run.parallelism(), task)
        .run(media.found(), folder, terminal::progress);
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

  /** The task's own spec alone: whatever version of it is known beside, this one was asked for. */
  private Settings settings(@Nullable TaskSpec task) {
    Map<String, String> given = run.settings();
    if (task != null) {
      given.put(Key.TASKS.id(), task.task());
      given.put(Key.TASK_SPECS.id(), "");
    }
    return SettingsReader.read(given, new byte[0]);
  }
}
