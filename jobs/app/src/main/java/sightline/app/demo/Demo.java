package sightline.app.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;
import sightline.app.consent.RunReceipts;
import sightline.app.embedded.EmbeddedFlink;
import sightline.app.embedded.EmbeddedKafka;
import sightline.app.embedded.Scratch;
import sightline.pipeline.job.ControlTopics;
import sightline.pipeline.job.FramesTopic;
import sightline.pipeline.job.KafkaEnds;
import sightline.pipeline.job.Key;
import sightline.pipeline.job.Settings;
import sightline.pipeline.job.SettingsReader;
import sightline.pipeline.publish.EngineMetrics;

/** The whole engine in one JVM: a broker, a cluster, the job, a fleet that films, and a reader that counts what comes out. */
public final class Demo {
  private static final int PARTITIONS = 4;
  private static final long SAY_NANOS = 3_000_000_000L;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Options options;
  private final Consumer<String> say;

  /**
   * How a demo runs.
   *
   * @param duration for which the fleet films
   * @param port of Flink's web page
   * @param parallelism of the job
   * @param models folder of the models
   * @param drainPatience without progress, before the demo gives up waiting for the rest
   */
  public record Options(
      Source source,
      Duration duration,
      int port,
      int parallelism,
      String models,
      Duration drainPatience,
      Table table) {}

  /** Whether the live table is shown. */
  public enum Table {
    LIVE,
    NONE
  }

  public Demo(Options options, Consumer<String> say) {
    this.options = options;
    this.say = say;
  }

  public DemoSummary run() throws Exception {
    long started = System.nanoTime();
    say.accept("starting a Kafka broker and a Flink cluster in this process ...");
    RunReceipts receipts = RunReceipts.withANewKey();
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        Scratch scratch = Scratch.folder("sightline-consent-")) {
      Path keys = Files.writeString(scratch.path().resolve("keys.json"), receipts.keys());
      kafka.createTopics(PARTITIONS);
      try (EmbeddedFlink flink = EmbeddedFlink.start(options.port(), options.parallelism())) {
        Settings settings = settings(keys);
        KafkaEnds ends = new KafkaEnds(
            kafka.bootstrap(),
            "sightline-demo",
            FramesTopic.require(kafka.bootstrap()),
            ControlTopics.readToTheirEnd(kafka.bootstrap()),
            settings.decide().session().silenceMillis());
        JobClient job = flink.submit(ends, settings);
        try (Fleet fleet = fleet(kafka, receipts)) {
          fleet.start(options.source().devices());
          say.accept("filming: %s, %d devices"
              .formatted(
                  options.source().description(), options.source().devices().size()));
          return watch(kafka, flink, fleet, job, started);
        } finally {
          EmbeddedFlink.stop(job);
        }
      }
    }
  }

  private static Fleet fleet(EmbeddedKafka kafka, RunReceipts receipts) {
    return new Fleet(kafka.bootstrap(), receipts, 1, Fleet.Turns.UNTIL_STOPPED);
  }

  private DemoSummary watch(
      EmbeddedKafka kafka, EmbeddedFlink flink, Fleet fleet, JobClient job, long started)
      throws Exception {
    double firstFinal = -1;
    Watch.Waits waits;
    try (Watch watch = new Watch(kafka.bootstrap(), fleet)) {
      LiveTable table = new LiveTable(say, options.table() == Table.LIVE);
      long end = System.nanoTime() + options.duration().toNanos();
      while (System.nanoTime() < end) {
        watch.poll(POLL);
        if (firstFinal < 0 && watch.counts().finals() > 0) {
          firstFinal = (System.nanoTime() - started) / 1e9;
        }
        table.show(
            fleet.sent(),
            watch.counts(),
            flink.address(),
            EngineMetrics.port(),
            (end - System.nanoTime()) / 1e9);
        requireRunning(job);
      }
      fleet.stop();
      drain(watch, job);
      table.end();
      waits = watch.waits();
      fleet.broken().forEach(file -> say.accept("not played to its end: " + file));
    }
    try (Watch recount = new Watch(kafka.bootstrap(), fleet)) {
      while (!recount.atEnd()) {
        recount.poll(POLL);
      }
      return DemoSummary.of(recount, waits, options.source(), fleet.visitorFrames(), firstFinal);
    }
  }

  /** Waits until every frame the broker holds has been decided or refused. */
  private void drain(Watch watch, JobClient job) throws Exception {
    long frames = watch.framesInTopic();
    long seen = -1;
    long progressed = System.nanoTime();
    long said = 0;
    while (watch.counts().finals() + watch.counts().refused() < frames) {
      watch.poll(POLL);
      long now = watch.counts().finals() + watch.counts().refused();
      if (now > seen) {
        seen = now;
        progressed = System.nanoTime();
      }
      if (System.nanoTime() - said > SAY_NANOS && now < frames) {
        said = System.nanoTime();
        say.accept("finishing: %,d of %,d frames decided".formatted(now, frames));
      }
      if (System.nanoTime() - progressed > options.drainPatience().toNanos()) {
        say.accept("gave up waiting: %,d of %,d frames have no final directive"
            .formatted(frames - now, frames));
        return;
      }
      requireRunning(job);
    }
  }

  private static void requireRunning(JobClient job) throws Exception {
    if (job.getJobStatus().get().isGloballyTerminalState()) {
      job.getJobExecutionResult().get();
      throw new IllegalStateException("the job ended by itself");
    }
  }

  private Settings settings(Path keys) {
    Map<String, String> given = new LinkedHashMap<>();
    given.put(Key.MODELS.id(), options.models());
    given.put(Key.CONSENT.id(), "required");
    given.put(Key.CONSENT_KEYS.id(), keys.toString());
    if (options.source().drawn()) {
      given.put(Key.POLICY.id(), "drawn-scene-2");
      // nobody but the visitor is drawn so that a model knows him, and a small machine has better
      // to do
      given.put(Key.EYES.id(), "face,occlusion");
    } else {
      given.put(Key.POLICY.id(), "household-1");
    }
    return SettingsReader.read(given, options.source().drawnKey());
  }
}
