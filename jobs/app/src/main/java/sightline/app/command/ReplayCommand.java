package sightline.app.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sightline.app.consent.RunReceipts;
import sightline.app.demo.Fleet;
import sightline.app.demo.MediaSource;
import sightline.app.demo.Source;
import sightline.pipeline.job.FramesTopic;

@Command(
    name = "replay",
    description = {
      "Plays media files into the topic 'frames' of a Kafka cluster, as a small fleet of devices would send them.",
      "",
      "Each recording carries a consent receipt signed with a key made for this run.",
      ""
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final int TICK_MILLIS = 1_000;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Media files, or folders of them; each file is played once.")
  private List<Path> paths = List.of();

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      required = true,
      description = "Where the brokers answer.")
  private @Nullable String bootstrap;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "1 is real time, 2 twice as fast, 0 as fast as the brokers take it (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--fps",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "Frames a second of the footage that are sent, at most (default: ${DEFAULT-VALUE}).")
  private double framesPerSecond;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description =
          "Write the public key of this run's receipts there, before anything is sent; the job believes them where consent.keys names that file.")
  private @Nullable Path keys;

  @Mixin
  private final Voice voice = new Voice();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = voice.out();
    if (bootstrap == null || speed < 0 || !(framesPerSecond > 0)) {
      throw new CannotRun("--bootstrap is needed, --speed is 0 or more, --fps is above 0");
    }
    try {
      FramesTopic.require(bootstrap);
    } catch (IllegalStateException | KafkaException e) {
      throw new CannotRun(String.valueOf(e.getMessage()));
    }
    Source source = MediaSource.playedOnce(paths, framesPerSecond);
    RunReceipts receipts = RunReceipts.withANewKey();
    if (keys != null) {
      Files.writeString(keys, receipts.keys(), StandardCharsets.UTF_8);
    }
    try (Fleet fleet = new Fleet(bootstrap, receipts, speed, Fleet.Turns.ONCE)) {
      out.printf("playing %s to %s%n", source.description(), bootstrap);
      out.flush();
      fleet.start(source.devices());
      Thread waiting = new Thread(() -> report(out, fleet), "progress");
      waiting.setDaemon(true);
      waiting.start();
      fleet.await();
      waiting.interrupt();
      out.printf("%,d frames sent%n", fleet.sent());
      fleet.broken().forEach(file -> out.printf("not sent to its end: %s%n", file));
      out.flush();
      return fleet.broken().isEmpty() ? 0 : SaidPlainly.REFUSED_MEDIA;
    }
  }

  private static void report(PrintWriter out, Fleet fleet) {
    try {
      while (true) {
        Thread.sleep(TICK_MILLIS);
        out.print("\r%,d frames sent".formatted(fleet.sent()));
        out.flush();
      }
    } catch (InterruptedException e) {
      out.println();
    }
  }
}
