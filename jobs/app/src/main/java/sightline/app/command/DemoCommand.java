package sightline.app.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sightline.app.demo.Demo;
import sightline.app.demo.DemoSummary;
import sightline.app.demo.DrawnSource;
import sightline.app.demo.MediaSource;
import sightline.app.demo.Source;
import sightline.app.embedded.FreePort;

@Command(
    name = "demo",
    description = {
      "Runs the whole engine in one process: a Kafka broker, Flink, the main job, and a small fleet of devices that films.",
      "",
      "Without --source it plays the footage in $SIGHTLINE_MEDIA/videos, or else scenes that Sightline draws itself.",
      ""
    })
public final class DemoCommand implements Callable<Integer> {
  private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(60);

  @Option(
      names = "--source",
      paramLabel = "PATH",
      description = "Media file or folder to play; 'drawn' for drawn scenes.")
  private @Nullable Path source;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      defaultValue = "2m",
      converter = DurationText.class,
      description = "How long the fleet films, such as 60s or 2m (default: ${DEFAULT-VALUE}).")
  private Duration duration = Duration.ofMinutes(2);

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "Port of the web page (today Flink's own), on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--fps",
      paramLabel = "N",
      defaultValue = "4",
      description = "Frames a second that a device sends, at most (default: ${DEFAULT-VALUE}).")
  private double framesPerSecond;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the drawn scenes (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--no-fetch",
      description =
          "Do not bring missing model weights; without them every real frame is withheld.")
  private boolean noFetch;

  @Option(names = "--headless", description = "Leave the live table out.")
  private boolean headless;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Write the final counts there as JSON.")
  private @Nullable Path summary;

  @Mixin
  private final Voice voice = new Voice();

  @Override
  public Integer call() throws Exception {
    if (!FreePort.isFree(port)) {
      throw new CannotRun("port %d is in use: name another with --port, such as --port %d"
          .formatted(port, FreePort.any()));
    }
    if (port == 0) {
      throw new CannotRun("--port 0 names no port: leave it out, or name one such as --port %d"
          .formatted(FreePort.any()));
    }
    if (summary != null
        && !Files.isDirectory(summary.toAbsolutePath().resolve("..").normalize())) {
      throw new CannotRun(
          "there is no folder for %s: make it first, or name another file with --summary"
              .formatted(summary));
    }
    if (!(framesPerSecond > 0)) {
      throw new CannotRun("--fps is above 0, got %s".formatted(framesPerSecond));
    }
    Source played = source();
    if (!noFetch) {
      Home.fetchModels(voice::say);
    }
    Demo.Options options = new Demo.Options(
        played,
        duration,
        port,
        Math.max(2, Runtime.getRuntime().availableProcessors()),
        Home.models().toString(),
        DRAIN_PATIENCE,
        headless ? Demo.Table.NONE : Demo.Table.LIVE);
    DemoSummary result = new Demo(options, voice::say).run();
    result.print(voice::say);
    if (summary != null) {
      Files.writeString(summary, result.json() + System.lineSeparator(), StandardCharsets.UTF_8);
      voice.say("summary written to " + summary);
    }
    return result.balanced() && !result.leaked() ? 0 : SaidPlainly.FAILED;
  }

  private Source source() {
    if (source != null && !source.toString().equals("drawn")) {
      return MediaSource.below(List.of(source), framesPerSecond);
    }
    Path media = Home.environmentPath("SIGHTLINE_MEDIA");
    return source == null && media != null
        ? MediaSource.below(List.of(media.resolve("videos")), framesPerSecond)
        : DrawnSource.of(seed, framesPerSecond);
  }
}
