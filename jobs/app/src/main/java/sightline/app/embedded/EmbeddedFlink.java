package sightline.app.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import sightline.pipeline.job.Ends;
import sightline.pipeline.job.Settings;
import sightline.pipeline.job.SightlineJob;

/** A Flink cluster with its web page in this JVM. */
public final class EmbeddedFlink implements AutoCloseable {
  private static final long CHECKPOINT_MILLIS = 1_000;
  private static final int PATIENCE_SECONDS = 30;
  /** A failure that comes back each time must end the job and be said, not loop in silence. */
  private static final int RESTARTS = 3;

  private final MiniCluster cluster;
  private final Scratch scratch;
  private final int port;
  private final int slots;

  private EmbeddedFlink(MiniCluster cluster, Scratch scratch, int port, int slots) {
    this.cluster = cluster;
    this.scratch = scratch;
    this.port = port;
    this.slots = slots;
  }

  /**
   * @param port of the web page and the REST interface on the loopback address; it must be free
   */
  public static EmbeddedFlink start(int port, int slots) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.PORT, port);
    configuration.set(RestOptions.BIND_PORT, String.valueOf(port));
    configuration.set(RestOptions.ADDRESS, "127.0.0.1");
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
        .setConfiguration(configuration)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(slots)
        .build());
    cluster.start();
    return new EmbeddedFlink(cluster, Scratch.folder("sightline-flink-"), port, slots);
  }

  /** Where the web page answers. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Starts the main job with the delivery that the topics promise: exactly once, visible each second. */
  public JobClient submit(Ends ends, Settings settings) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createRemoteEnvironment("127.0.0.1", port);
    env.setParallelism(slots);
    env.enableCheckpointing(CHECKPOINT_MILLIS, CheckpointingMode.EXACTLY_ONCE);
    env.configure(new Configuration()
        .set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 5)
        .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
        .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, scratch.path().toUri().toString())
        .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS)
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1)));
    SightlineJob.define(env, ends, settings);
    return env.executeAsync("sightline");
  }

  /** Ends a job and waits until it has: a cluster that closes under a running job leaves threads behind. */
  public static void stop(JobClient job) throws Exception {
    job.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (!job.getJobStatus().get(PATIENCE_SECONDS, TimeUnit.SECONDS).isGloballyTerminalState()) {
      Thread.sleep(50);
    }
  }

  @Override
  public void close() throws Exception {
    cluster.close();
    scratch.close();
  }
}
