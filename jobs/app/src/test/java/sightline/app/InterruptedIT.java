package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.drawn.DrawnScene;
import sightline.app.embedded.EmbeddedFlink;
import sightline.app.embedded.EmbeddedKafka;
import sightline.app.embedded.FreePort;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.pipeline.job.ControlTopics;
import sightline.pipeline.job.FramesTopic;
import sightline.pipeline.job.KafkaEnds;
import sightline.pipeline.job.SightlineJob;
import sightline.wire.Directives;
import sightline.wire.Topics;
import sightline.wire.WireFormat;

/** What a task that is killed, and a job that goes on from a savepoint, do to frames that were on their way. */
class InterruptedIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SESSIONS = 3;
  private static final int FRAMES = 80;
  private static final int HALF = 40;

  @TempDir
  private Path folder;

  /** How the job is disturbed once half of the frames were sent. */
  private interface Disturbance {
    /**
     * @return the job that goes on
     */
    JobClient disturb(MiniCluster cluster, JobClient job, Submission submission) throws Exception;
  }

  /** Starts the job, from a savepoint or from nothing. */
  private interface Submission {
    JobClient submit(String savepoint) throws Exception;
  }

  @Test
  void aTaskManagerThatIsKilledLosesNoFrameAndReleasesNobody() throws Exception {
    survives((cluster, job, submission) -> {
      cluster.terminateTaskManager(0).get(60, TimeUnit.SECONDS);
      cluster.startTaskManager();
      return job;
    });
  }

  @Test
  void aSavepointInTheMiddleOfASessionLosesNoFrameAndReleasesNobody() throws Exception {
    survives((cluster, job, submission) -> {
      String savepoint = job.stopWithSavepoint(
              false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
          .get(60, TimeUnit.SECONDS);
      return submission.submit(savepoint);
    });
  }

  private void survives(Disturbance disturbance) throws Exception {
    int port = FreePort.any();
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        MiniCluster cluster = cluster(port)) {
      kafka.createTopics(2);
      Submission submission = savepoint -> submit(port, kafka.bootstrap(), savepoint);
      JobClient job = submission.submit("");
      List<Sent> frames = frames();
      try (KafkaProducer<byte[], byte[]> producer = producer(kafka.bootstrap());
          KafkaConsumer<byte[], byte[]> consumer = consumer(kafka.bootstrap())) {
        List<Directive> finals = new ArrayList<>();
        send(producer, frames.stream().filter(frame -> frame.index() < HALF).toList());
        await()
            .atMost(PATIENCE)
            .until(() -> read(consumer, finals) >= SESSIONS); // some are out, others wait
        job = disturbance.disturb(cluster, job, submission);
        send(producer, frames.stream().filter(frame -> frame.index() >= HALF).toList());
        await().atMost(PATIENCE).until(() -> read(consumer, finals) >= SESSIONS * FRAMES);
        assertNobodyIsLostOrOut(finals);
      } finally {
        EmbeddedFlink.stop(job);
      }
    }
  }

  private static void assertNobodyIsLostOrOut(List<Directive> finals) {
    assertThat(finals)
        .extracting(directive -> directive.session() + "#" + directive.index())
        .as("each frame has one FINAL")
        .hasSize(SESSIONS * FRAMES)
        .doesNotHaveDuplicates();
    Map<Disposition, Integer> visitors = new TreeMap<>();
    for (Directive directive : finals) {
      if (scene(directive.session()).truth(directive.index()).visitor()) {
        visitors.merge(directive.disposition(), 1, Integer::sum);
      }
    }
    assertThat(visitors).as("frames that show a visitor").isNotEmpty();
    assertThat(visitors).doesNotContainKey(Disposition.RELEASE);
  }

  private static List<Sent> frames() {
    List<Sent> frames = new ArrayList<>();
    for (String session : new TreeSet<>(List.of("s-0", "s-1", "s-2"))) {
      frames.addAll(Sent.scene(session, scene(session), 0, FRAMES, 1_000_000, true));
    }
    return frames;
  }

  private static DrawnScene scene(String session) {
    return DrawnScene.of(1, Integer.parseInt(session.substring(2)));
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, List<Sent> frames) {
    for (Sent frame : frames) {
      var unused = producer.send(new ProducerRecord<>(
          Topics.FRAMES, frame.session().getBytes(StandardCharsets.UTF_8), frame.value()));
    }
    producer.flush();
  }

  private static int read(KafkaConsumer<byte[], byte[]> consumer, List<Directive> finals)
      throws Exception {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
      finals.add(Directives.fromAvro(WireFormat.DIRECTIVE.decode(record.value())));
    }
    return finals.size();
  }

  private static MiniCluster cluster(int port) throws Exception {
    Configuration configuration = new Configuration()
        .set(RestOptions.PORT, port)
        .set(RestOptions.BIND_PORT, String.valueOf(port))
        .set(RestOptions.ADDRESS, "127.0.0.1")
        .set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
        .setConfiguration(configuration)
        .setNumTaskManagers(2)
        .setNumSlotsPerTaskManager(1)
        .build());
    cluster.start();
    return cluster;
  }

  private JobClient submit(int port, String bootstrap, String savepoint) throws Exception {
    Configuration configuration = new Configuration()
        .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
        .set(
            CheckpointingOptions.CHECKPOINTS_DIRECTORY,
            folder.resolve("checkpoints").toUri().toString())
        .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 20)
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    if (!savepoint.isEmpty()) {
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createRemoteEnvironment("127.0.0.1", port, configuration);
    env.setParallelism(2);
    env.enableCheckpointing(1_000, CheckpointingMode.EXACTLY_ONCE);
    SightlineJob.define(
        env,
        new KafkaEnds(
            bootstrap,
            "interrupted",
            FramesTopic.require(bootstrap),
            ControlTopics.readToTheirEnd(bootstrap),
            60_000),
        TestSettings.drawn(Map.of("assess.eyes", "face", "session.silence", "60 s")));
    return env.executeAsync("interrupted");
  }

  private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    properties.setProperty("isolation.level", "read_committed");
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = consumer.partitionsFor(Topics.REDACTIONS).stream()
        .map(info -> new TopicPartition(Topics.REDACTIONS, info.partition()))
        .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
