package sightline.pipeline.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import sightline.wire.Topics;

/**
 * The main job against any Kafka: the entry point for {@code flink run}, or for a JVM of its own.
 *
 * <pre>
 * --bootstrap HOST:PORT   where the brokers answer
 * --config FILE           settings, see jobs/docs/settings.md; without it the defaults, under which consent is required
 * --group NAME            consumer group and prefix of the transactions, one a deployment; default sightline
 * </pre>
 */
public final class KafkaJob {
  private static final long CHECKPOINT_MILLIS = 1_000;
  private static final String USAGE = "--bootstrap HOST:PORT [--config FILE] [--group NAME]";
  private static final List<String> KNOWN = List.of("--bootstrap", "--config", "--group");

  private KafkaJob() {}

  public static void main(String[] arguments) throws Exception {
    start(StreamExecutionEnvironment.getExecutionEnvironment(), arguments)
        .getJobExecutionResult()
        .get();
  }

  /**
   * Submits the job.
   *
   * @throws IllegalArgumentException for arguments that are none of the above
   * @throws InvalidSettings naming everything that is wrong with the settings
   * @throws IllegalStateException where {@code frames} cannot be used or a topic is missing, with the mend
   */
  public static JobClient start(StreamExecutionEnvironment env, String... arguments)
      throws Exception {
    Map<String, String> options = options(arguments);
    String bootstrap = options.get("--bootstrap");
    if (bootstrap == null) {
      throw new IllegalArgumentException("--bootstrap is missing: " + USAGE);
    }
    String config = options.get("--config");
    Map<String, String> given = config == null ? Map.of() : SettingsReader.file(Path.of(config));
    Settings settings = SettingsReader.read(given, new byte[0]);
    FramesTopic topic = FramesTopic.require(bootstrap);
    ControlTopics.require(bootstrap, List.of(Topics.REVIEWS, Topics.LIFECYCLE));
    FramesTopic.requireAppendTime(Topics.REVIEWS, bootstrap);
    FramesTopic.requireAppendTime(Topics.LIFECYCLE, bootstrap);
    if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
      env.enableCheckpointing(CHECKPOINT_MILLIS, CheckpointingMode.EXACTLY_ONCE);
    }
    String group = options.getOrDefault("--group", "sightline");
    SightlineJob.define(
        env,
        new KafkaEnds(
            bootstrap,
            group,
            topic,
            ControlTopics.readToTheirEnd(bootstrap),
            settings.decide().session().silenceMillis()),
        settings);
    return env.executeAsync("sightline");
  }

  private static Map<String, String> options(String... arguments) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int at = 0; at < arguments.length; at += 2) {
      if (!KNOWN.contains(arguments[at]) || at + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "%s is not understood: %s".formatted(arguments[at], USAGE));
      }
      options.put(arguments[at], arguments[at + 1]);
    }
    return options;
  }
}
