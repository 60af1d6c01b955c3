package sightline.pipeline.job;

import java.util.List;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import sightline.domain.redaction.RedactedFrame;
import sightline.pipeline.publish.MetricsSettings;
import sightline.pipeline.publish.Publish;
import sightline.pipeline.redact.Examine;
import sightline.pipeline.redact.ExamineSettings;
import sightline.pipeline.redact.Outgoing;
import sightline.pipeline.redact.Redact;
import sightline.wire.Topics;

/**
 * The job that hands out pixels: final directives and their overrides in, {@code frames-redacted} out. A job of its own, so that nothing
 * it fetches holds decisions up and who may read {@code frames-redacted} needs no access to {@code frames}.
 *
 * <pre>
 * --bootstrap HOST:PORT     where the brokers answer
 * --key FILE                Ed25519 in PKCS #8, where this runs and at the same path wherever its tasks run
 * --signed-by NAME          the key's name in each record; default release-1
 * --group NAME              consumer group and prefix of the transactions, one a deployment; default sightline-redact
 * --retention-minutes N     retention of frames-redacted; default 60
 * --metrics-port N          as metrics.port in jobs/docs/settings.md
 * --references PREFIX,...   below which images that records refer to may lie, as ingest.references in jobs/docs/settings.md; default none
 * --sample-rate SHARE       of the frames that went out, drawn for a second look for leaks; 0 draws none; default 0.01
 * --sample-seed FILE|N      a secret of 16 bytes or more, where the tasks run, that the draw hangs on, or for a run to be repeated a
 *                           number; default the key's file, so that it is stable and nobody else knows it
 * --models DIR              with the face model and second-pass/NAME/quality.json, where this and its tasks run; default models
 * --k N                     workers that stand behind a cohort before readings and metrics name it; default 10
 * </pre>
 */
public final class RedactJob {
  private static final long CHECKPOINT_MILLIS = 1_000;

  private RedactJob() {}

  public static void main(String[] arguments) throws Exception {
    start(StreamExecutionEnvironment.getExecutionEnvironment(), arguments)
        .getJobExecutionResult()
        .get();
  }

  /**
   * Submits the job.
   *
   * @throws IllegalArgumentException for arguments that are none of the above, or a file without a key
   * @throws IllegalStateException where overrides or revocations cannot be read to their end, or a topic is missing, with the mend
   */
  public static JobClient start(StreamExecutionEnvironment env, String... arguments)
      throws Exception {
    RedactOptions options = RedactOptions.read(arguments);
    if (options.examine() != null) {
      ControlTopics.require(options.release().bootstrap(), List.of(Topics.OPERATIONS));
    }
    RedactEnds ends = new RedactEnds(
        options.release().bootstrap(),
        options.group(),
        options.release().retention().toMillis());
    if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
      env.enableCheckpointing(CHECKPOINT_MILLIS, CheckpointingMode.EXACTLY_ONCE);
    }
    define(env, ends, options);
    return env.executeAsync("sightline redact");
  }

  static void define(StreamExecutionEnvironment env, RedactEnds ends, RedactOptions options) {
    env.configure(SightlineJob.configuration());
    var streams = Redact.frames(ends.read(env), ends.known(), ends.earlier(), options.release());
    ends.publish(Publish.released(
        streams.released(),
        Outgoing.class,
        outgoing -> {
          RedactedFrame frame = outgoing.frame();
          return frame == null ? null : frame.disposition();
        },
        options.metrics()));
    Publish.unreleased(streams.unreleased(), options.metrics())
        .sinkTo(new DiscardingSink<>())
        .name("counted")
        .uid("sink-unreleased");
    ExamineSettings examine = options.examine();
    if (examine != null) {
      examine(Examine.frames(streams.sentOut(), examine), ends, options.metrics());
    }
  }

  private static void examine(Examine.Streams seen, RedactEnds ends, MetricsSettings metrics) {
    ends.publishOverrides(Publish.overrides(seen.overrides(), metrics));
    ends.publishReadings(Publish.operations(seen.readings(), metrics));
    Publish.examined(seen.outcomes(), metrics)
        .sinkTo(new DiscardingSink<>())
        .name("counted")
        .uid("sink-examined");
  }
}
