package sightline.app.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import sightline.wire.Topics;

/** A real Kafka broker (KRaft, one node, loopback only) in this JVM, on a folder of its own that goes with it. */
public final class EmbeddedKafka implements AutoCloseable {
  /** A frame to 5 MB, and its envelope. */
  private static final String MOST_BYTES = "6291456";

  private final KafkaRaftServer server;
  private final Scratch scratch;
  private final String bootstrap;

  private EmbeddedKafka(KafkaRaftServer server, Scratch scratch, String bootstrap) {
    this.server = server;
    this.scratch = scratch;
    this.bootstrap = bootstrap;
  }

  /**
   * @throws IllegalStateException where the broker does not start, with its own words
   */
  public static EmbeddedKafka start() throws IOException {
    Scratch scratch = Scratch.folder("sightline-kafka-");
    Path folder = scratch.path();
    int port = FreePort.any();
    Properties properties = properties(folder, port, FreePort.any());
    Path file = folder.resolve("server.properties");
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties.store(out, null);
    }
    format(file);
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    server.startup();
    return new EmbeddedKafka(server, scratch, "127.0.0.1:" + port);
  }

  /** Host and port for clients. */
  public String bootstrap() {
    return bootstrap;
  }

  /** Makes every topic of this version; {@code frames} carries the broker's own append time. */
  public void createTopics(int partitions) throws InterruptedException {
    List<NewTopic> topics = new ArrayList<>();
    for (String name : Topics.all()) {
      topics.add(new NewTopic(name, partitions, (short) 1).configs(config(name)));
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topics could not be made: " + e.getCause(), e);
    }
  }

  private static Map<String, String> config(String topic) {
    if (topic.equals(Topics.FRAMES)) {
      return Map.of(
          "message.timestamp.type",
          "LogAppendTime",
          "max.message.bytes",
          MOST_BYTES,
          "retention.ms",
          "86400000");
    }
    if (topic.equals(Topics.REVIEWS) || topic.equals(Topics.LIFECYCLE)) {
      return Map.of("message.timestamp.type", "LogAppendTime");
    }
    if (topic.equals(Topics.FRAMES_REDACTED)) {
      // Compacted as well, and in small segments: what was taken back must not lie there for long.
      return Map.of(
          "max.message.bytes",
          MOST_BYTES,
          "retention.ms",
          "3600000",
          "segment.ms",
          "600000",
          "cleanup.policy",
          "compact,delete");
    }
    return Topics.controls().contains(topic) ? Map.of("cleanup.policy", "compact") : Map.of();
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    scratch.close();
  }

  private static void format(Path file) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] arguments = {
      "format", "-t", Uuid.randomUuid().toString(), "-c", file.toString(), "--ignore-formatted"
    };
    int status =
        StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
    if (status != 0) {
      throw new IllegalStateException(
          "the broker's folder could not be prepared: " + said.toString(StandardCharsets.UTF_8));
    }
  }

  private static Properties properties(Path folder, int port, int controller) {
    Properties properties = new Properties();
    properties.putAll(Map.of(
        "process.roles", "broker,controller",
        "node.id", "1",
        "controller.quorum.voters", "1@127.0.0.1:" + controller,
        "listeners",
            "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller),
        "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
        "controller.listener.names", "CONTROLLER",
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs", folder.resolve("log").toString(),
        "auto.create.topics.enable", "false",
        "group.initial.rebalance.delay.ms", "0"));
    properties.putAll(Map.of(
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "4",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "message.max.bytes", MOST_BYTES,
        "replica.fetch.max.bytes", MOST_BYTES));
    return properties;
  }
}
