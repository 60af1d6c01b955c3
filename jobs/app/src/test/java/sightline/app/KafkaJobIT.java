package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.embedded.EmbeddedKafka;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.WithholdReason;
import sightline.pipeline.job.KafkaJob;
import sightline.wire.Directives;
import sightline.wire.Topics;
import sightline.wire.WireFormat;

/** The Kafka form as operators start it, with what {@code replay} sends. */
class KafkaJobIT {
  @TempDir
  private Path folder;

  private Path config() throws Exception {
    return Files.writeString(
        folder.resolve("my.conf"),
        "assess.models = %s\nmetrics.port = -1\n".formatted(TestSettings.models()));
  }

  @Test
  void withholdsWhatReplaySendsWhereNobodyKnowsItsKey() throws Exception {
    assertThat(directive("").withheldBecause()).contains(WithholdReason.CONSENT_INVALID);
  }

  @Test
  void believesTheReceiptsOfAReplayWhoseKeyItWasGiven() throws Exception {
    Directive directive = directive("consent.keys = %s\n".formatted(keys()));
    assertThat(directive.withheldBecause())
        .noneMatch(reason -> reason.name().startsWith("CONSENT"));
    assertThat(directive.purposes()).containsExactly("demonstration", "human-viewing");
  }

  private Path keys() {
    return folder.resolve("keys.json");
  }

  /** What becomes of one photo that is replayed. */
  private Directive directive(String settings) throws Exception {
    Path photo = Files.write(
        folder.resolve("a.jpg"), sightline.app.drawn.DrawnScene.of(1, 0).jpeg(0));
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2)) {
      kafka.createTopics(2);
      assertThat(Cli.run("replay", photo, "--bootstrap", kafka.bootstrap(), "--keys", keys())
              .said())
          .contains("1 frames sent");
      Path config = Files.writeString(config(), settings, java.nio.file.StandardOpenOption.APPEND);
      JobClient job =
          KafkaJob.start(env, "--bootstrap", kafka.bootstrap(), "--config", config.toString());
      try (KafkaConsumer<byte[], byte[]> out = consumer(kafka.bootstrap())) {
        List<Directive> finals = new java.util.ArrayList<>();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
          for (ConsumerRecord<byte[], byte[]> record : out.poll(Duration.ofMillis(200))) {
            finals.add(Directives.fromAvro(WireFormat.DIRECTIVE.decode(record.value())));
          }
          return !finals.isEmpty();
        });
        assertThat(finals).hasSize(1);
        return finals.get(0);
      } finally {
        // A local environment takes its cluster down with its job, so there is nobody to ask how it
        // went.
        job.cancel().get(30, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void refusesATopicWhoseTimestampsTheSendersWrite() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
      admin
          .createTopics(List.of(new NewTopic(Topics.FRAMES, 1, (short) 1)))
          .all()
          .get();
      String settings = config().toString();
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () -> KafkaJob.start(env, "--bootstrap", kafka.bootstrap(), "--config", settings))
          .withMessageContaining("message.timestamp.type=LogAppendTime");
    }
  }

  @Test
  void saysWhichArgumentsItTakes() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> KafkaJob.start(env, "--bootstrp", "x"))
        .withMessageContaining("--bootstrap HOST:PORT");
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    properties.setProperty("isolation.level", "read_committed");
    properties.setProperty("auto.offset.reset", "earliest");
    properties.setProperty("group.id", "reader");
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(Topics.REDACTIONS));
    return consumer;
  }
}
