package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.consent.RunReceipts;
import sightline.app.drawn.DrawnScene;
import sightline.app.embedded.EmbeddedFlink;
import sightline.app.embedded.EmbeddedKafka;
import sightline.app.embedded.FreePort;
import sightline.domain.control.Revocation;
import sightline.domain.control.RevocationReason;
import sightline.domain.control.RevokedBy;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Overrides;
import sightline.domain.privacy.WithholdReason;
import sightline.pipeline.job.ControlTopics;
import sightline.pipeline.job.FramesTopic;
import sightline.pipeline.job.KafkaEnds;
import sightline.pipeline.job.Settings;
import sightline.wire.DirectiveOverrides;
import sightline.wire.Directives;
import sightline.wire.Revocations;
import sightline.wire.Topics;
import sightline.wire.WireFormat;

/** A worker takes consent back while filming: how long until nothing of it is releasable any more. Prints the figures. */
class RevocationIT {
  private static final int FRAMES = 160;
  private static final int REVOKED_AT = 100;
  private static final long SILENCE_MILLIS = 3_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir
  private Path folder;

  /** A record and when it could be read. */
  private record Read<T>(T value, long atMillis) {}

  @Test
  void nothingOfARevokedWorkersFootageStaysReleasable() throws Exception {
    RunReceipts receipts = RunReceipts.withANewKey();
    Path keys = Files.writeString(folder.resolve("keys.json"), receipts.keys());
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(2);
      try (EmbeddedFlink flink = EmbeddedFlink.start(FreePort.any(), 2);
          Producer producer = new Producer(kafka.bootstrap());
          Reader out = new Reader(kafka.bootstrap())) {
        JobClient job = flink.submit(ends(kafka, "revocation"), settings(keys));
        try {
          warmUp(producer, out, receipts);
          long revoked = film(producer, out, receipts);
          await().atMost(PATIENCE).until(() -> out.poll().of("live").size() >= FRAMES);
          tell(out, revoked);
        } finally {
          EmbeddedFlink.stop(job);
        }
        out.finals.clear();
        JobClient again = flink.submit(ends(kafka, "again"), settings(keys));
        try {
          await().atMost(PATIENCE).until(() -> out.poll().of("live").size() >= FRAMES);
          assertThat(out.of("live"))
              .as("a job that starts anew knows it before its first frame")
              .allSatisfy(read -> assertThat(read.value().withheldBecause())
                  .contains(WithholdReason.CONSENT_REVOKED));
        } finally {
          EmbeddedFlink.stop(again);
        }
      }
    }
  }

  private static KafkaEnds ends(EmbeddedKafka kafka, String group) {
    return new KafkaEnds(
        kafka.bootstrap(),
        group,
        FramesTopic.require(kafka.bootstrap()),
        ControlTopics.readToTheirEnd(kafka.bootstrap()),
        SILENCE_MILLIS);
  }

  private static Settings settings(Path keys) {
    return TestSettings.drawn(Map.of(
        "decide.consent",
        "required",
        "consent.keys",
        keys.toString(),
        "assess.eyes",
        "face",
        "session.silence",
        SILENCE_MILLIS + " ms"));
  }

  /** A session that ends without a word is settled by the frames' clock alone, with not one control record in any topic. */
  private static void warmUp(Producer producer, Reader out, RunReceipts receipts) {
    long now = System.currentTimeMillis();
    String receipt = receipts.sign(Sent.LABELS, Instant.ofEpochMilli(now));
    Sent.scene("first", receipt, DrawnScene.of(3, 1), 0, 5, now, false).forEach(producer::send);
    await().atMost(PATIENCE).until(() -> out.poll().of("first").size() == 5);
    assertThat(out.of("first"))
        .allSatisfy(
            read -> assertThat(read.value().disposition()).isNotEqualTo(Disposition.WITHHOLD));
  }

  /**
   * @return when the revocation was with the broker
   */
  private static long film(Producer producer, Reader out, RunReceipts receipts) throws Exception {
    long start = System.currentTimeMillis();
    String receipt = receipts.sign(Sent.LABELS, Instant.ofEpochMilli(start));
    List<Sent> frames = Sent.scene("live", receipt, DrawnScene.of(3, 0), 0, FRAMES, start, true);
    long revoked = 0;
    for (Sent frame : frames) {
      while (System.currentTimeMillis() < frame.capturedAt()) {
        out.poll();
      }
      producer.send(frame);
      if (frame.index() == REVOKED_AT) {
        revoked = producer.revoke("w-1");
      }
    }
    return revoked;
  }

  private static void tell(Reader out, long revoked) {
    List<Read<Directive>> releasable = out.of("live").stream()
        .filter(read -> read.value().disposition() != Disposition.WITHHOLD)
        .toList();
    List<Read<Directive>> withheld = out.of("live").stream()
        .filter(read -> read.value().disposition() == Disposition.WITHHOLD)
        .toList();
    assertThat(releasable).as("some were out before").isNotEmpty();
    assertThat(withheld)
        .isNotEmpty()
        .allSatisfy(read ->
            assertThat(read.value().withheldBecause()).contains(WithholdReason.CONSENT_REVOKED));
    assertThat(out.overrides)
        .as("one a session that has directives out")
        .extracting(read -> read.value().session())
        .containsExactlyInAnyOrder("first", "live");
    DirectiveOverride override = out.overrides.stream()
        .filter(read -> read.value().session().equals("live"))
        .findFirst()
        .orElseThrow()
        .value();
    assertThat(out.of("live"))
        .allSatisfy(
            read -> assertThat(Overrides.over(read.value(), List.of(override)).disposition())
                .isEqualTo(Disposition.WITHHOLD));
    long lastVisible = releasable.stream().mapToLong(Read::atMillis).max().orElseThrow();
    long lastCaptured = releasable.stream()
        .mapToLong(read -> read.value().capturedAt().toEpochMilli())
        .max()
        .orElseThrow();
    long overridden = out.overrides.stream().mapToLong(Read::atMillis).max().orElseThrow();
    System.out.printf(
        "revocation: %d releasable, %d withheld; the last releasable frame was captured %+d ms from the revocation and could be read %+d ms from it; the overrides could be read %+d ms from it%n",
        releasable.size(),
        withheld.size(),
        lastCaptured - revoked,
        lastVisible - revoked,
        overridden - revoked);
    assertThat(overridden - revoked).as("ms until overridden").isLessThan(20_000);
  }

  /** Sends frames as they are captured, and revocations. */
  private static final class Producer implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> kafka;

    Producer(String bootstrap) {
      Properties properties = new Properties();
      properties.setProperty("bootstrap.servers", bootstrap);
      kafka = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void send(Sent sent) {
      byte[] key = sent.session().getBytes(StandardCharsets.UTF_8);
      var unused = kafka.send(new ProducerRecord<>(Topics.FRAMES, key, sent.value()));
    }

    long revoke(String worker) throws Exception {
      Revocation revocation =
          new Revocation(RevokedBy.WORKER, worker, Instant.now(), RevocationReason.WITHDRAWN);
      kafka
          .send(new ProducerRecord<>(
              Topics.REVOCATIONS,
              revocation.key().getBytes(StandardCharsets.UTF_8),
              WireFormat.REVOCATION.encode(Revocations.toAvro(revocation))))
          .get();
      return System.currentTimeMillis();
    }

    @Override
    public void close() {
      kafka.close();
    }
  }

  /** What anybody may read of directives and overrides, with the time when they could. */
  private static final class Reader implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Read<Directive>> finals = new ArrayList<>();
    private final List<Read<DirectiveOverride>> overrides = new ArrayList<>();

    Reader(String bootstrap) {
      Properties properties = new Properties();
      properties.setProperty("bootstrap.servers", bootstrap);
      properties.setProperty("isolation.level", "read_committed");
      consumer =
          new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      List<TopicPartition> partitions = new ArrayList<>();
      for (String topic : List.of(Topics.REDACTIONS, Topics.OVERRIDES)) {
        consumer
            .partitionsFor(topic)
            .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }

    List<Read<Directive>> of(String session) {
      return finals.stream()
          .filter(read -> read.value().session().equals(session))
          .toList();
    }

    Reader poll() throws Exception {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(20))) {
        long now = System.currentTimeMillis();
        if (record.topic().equals(Topics.REDACTIONS)) {
          finals.add(
              new Read<>(Directives.fromAvro(WireFormat.DIRECTIVE.decode(record.value())), now));
        } else {
          overrides.add(new Read<>(
              DirectiveOverrides.fromAvro(WireFormat.DIRECTIVE_OVERRIDE.decode(record.value())),
              now));
        }
      }
      return this;
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
