package sightline.app.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import sightline.app.footage.MediaFile;
import sightline.domain.task.TaskSpec;
import sightline.pipeline.job.Settings;
import sightline.pipeline.job.SightlineJob;

/** One bounded run of the main job over media files, into a folder of JSON Lines. */
public final class Analysis {
  private static final long TICK_MILLIS = 250;

  private final Settings settings;
  private final int parallelism;
  private final @Nullable TaskSpec task;

  /** Of footage that belongs to no task. */
  public Analysis(Settings settings, int parallelism) {
    this(settings, parallelism, null);
  }

  /**
   * @param task that the footage shows, held against it whenever the spec says it begins to hold; null for none
   */
  public Analysis(Settings settings, int parallelism, @Nullable TaskSpec task) {
    this.settings = settings;
    this.parallelism = parallelism;
    this.task = task;
  }

  /**
   * What a run came to.
   *
   * @param frames that were read from the files
   * @param finals lines in directives.jsonl
   * @param rejected lines in rejected.jsonl
   * @param seconds from the first file opened to the last line written
   */
  public record Result(long frames, long finals, long rejected, double seconds) {}

  /** A moment of a run, for whoever shows its progress. */
  public record Moment(long filesDone, int files, long framesRead, long finals, double seconds) {}

  /**
   * @param out an existing folder; files of earlier analyses in it are replaced
   * @throws Exception where the job itself fails, which no bad file makes it do
   */
  public Result run(List<MediaFile> media, Path out, Consumer<Moment> watcher) throws Exception {
    long started = System.nanoTime();
    try (Progress progress = Progress.start();
        StreamExecutionEnvironment env =
            environment(Math.max(1, Math.min(parallelism, media.size())))) {
      SightlineJob.define(
          env, new FileEnds(media, out, progress, settings.ingest().limits(), task), settings);
      JobClient job = env.executeAsync("sightline analyze");
      var result = job.getJobExecutionResult();
      while (!result.isDone()) {
        watcher.accept(moment(progress, media.size(), started));
        Thread.sleep(TICK_MILLIS);
      }
      JobExecutionResult finished = result.get();
      for (OutputFile file : OutputFile.values()) {
        SortedLines.sort(out.resolve(file.fileName()));
      }
      watcher.accept(moment(progress, media.size(), started));
      return new Result(
          progress.framesRead.sum(),
          progress.finals.sum(),
          progress.rejected.sum(),
          finished.getNetRuntime() / 1000.0);
    }
  }

  /** Whether the folder holds anything that a run would replace. */
  public static boolean occupied(Path out) throws IOException {
    if (!Files.isDirectory(out)) {
      return Files.exists(out);
    }
    try (Stream<Path> inside = Files.list(out)) {
      return inside.findAny().isPresent();
    }
  }

  /** Draws one redacted picture a file into {@code overview/} below a finished analysis. */
  public static void drawOverview(List<MediaFile> media, Path out) throws IOException {
    Overview.draw(media, out);
  }

  /** Removes the pictures of an earlier analysis: they were made under its directives. */
  public static void clearOverview(Path out) throws IOException {
    Path overview = out.resolve("overview");
    if (Files.isDirectory(overview)) {
      try (Stream<Path> files = Files.walk(overview)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Moment moment(Progress progress, int files, long started) {
    return new Moment(
        progress.filesDone.sum(),
        files,
        progress.framesRead.sum(),
        progress.finals.sum(),
        (System.nanoTime() - started) / 1e9);
  }

  private static StreamExecutionEnvironment environment(int parallelism) {
    Configuration configuration = new Configuration();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
  }
}
