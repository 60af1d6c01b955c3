package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.drawn.DrawnScene;
import sightline.app.embedded.EmbeddedKafka;
import sightline.domain.frame.Origin;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.redaction.RedactedFrame;
import sightline.domain.redaction.ReleaseKey;
import sightline.pipeline.job.RedactJob;
import sightline.wire.DirectiveOverrides;
import sightline.wire.Directives;
import sightline.wire.RedactedFrames;
import sightline.wire.Topics;
import sightline.wire.WireFormat;

/** The job that hands out pixels, as operators start it. */
class RedactJobIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Region FACE =
      new Region(64, 48, 64, 64, RegionKind.FACE, RegionReason.FACE_DETECTED, null, 0.9);

  @TempDir
  private Path folder;

  @Test
  void framesGoOutAsDirectedAndAreTakenBack() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path key = Files.write(folder.resolve("key"), pair.getPrivate().getEncoded());
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        KafkaProducer<byte[], byte[]> in = producer(kafka.bootstrap());
        KafkaConsumer<byte[], byte[]> out = consumer(kafka.bootstrap())) {
      kafka.createTopics(1);
      DrawnScene scene = DrawnScene.of(3, 1);
      for (Sent frame : Sent.scene("s", scene, 0, 4, 1_000_000_000_000L, true)) {
        in.send(new ProducerRecord<>(Topics.FRAMES, bytes("s"), frame.value())).get();
      }
      direct(in, 0, scene.jpeg(0), Disposition.RELEASE);
      direct(in, 1, scene.jpeg(1), Disposition.REDACT);
      direct(in, 2, scene.jpeg(2), Disposition.WITHHOLD);
      direct(in, 3, scene.jpeg(0), Disposition.RELEASE);
      JobClient job = RedactJob.start(
          env,
          "--bootstrap",
          kafka.bootstrap(),
          "--key",
          key.toString(),
          "--metrics-port",
          "-1",
          "--sample-rate",
          "0");
      Map<String, List<byte @Nullable []>> seen = new LinkedHashMap<>();
      try {
        await().atMost(PATIENCE).until(() -> read(out, seen).size() >= 2);
        override(in);
        await()
            .atMost(PATIENCE)
            .until(() -> read(out, seen).getOrDefault("s#0", List.of()).size() == 2);
      } finally {
        job.cancel().get(30, TimeUnit.SECONDS);
      }
      assertThat(seen).containsOnlyKeys("s#0", "s#1", "s#3");
      assertThat(Objects.requireNonNull(seen.get("s#3")))
          .as("not these bytes; an earlier run may have released others, and nobody knows of it")
          .containsExactly((byte[]) null);
      assertThat(Objects.requireNonNull(seen.get("s#0")).get(1))
          .as("taken back")
          .isNull();
      assertThat(Objects.requireNonNull(seen.get("s#1"))).hasSize(1);
      RedactedFrame redacted = frame(seen, "s#1", pair);
      var picture = ImageIO.read(new ByteArrayInputStream(redacted.image()));
      assertThat(picture.getRGB(FACE.x() + 32, FACE.y() + 32) & 0xFFFFFF).isZero();
      assertThat(redacted.disposition()).isEqualTo(Disposition.REDACT);
      assertThat(frame(seen, "s#0", pair).disposition()).isEqualTo(Disposition.RELEASE);
    }
  }

  /** The first of its key, its signature checked. */
  private static RedactedFrame frame(
      Map<String, List<byte @Nullable []>> seen, String key, KeyPair pair) throws Exception {
    byte[] value = Objects.requireNonNull(Objects.requireNonNull(seen.get(key)).get(0));
    RedactedFrame frame = RedactedFrames.fromAvro(WireFormat.REDACTED_FRAME.decode(value));
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(frame.image());
    assertThat(ReleaseKey.verify(
            pair.getPublic().getEncoded(),
            frame.session(),
            frame.index(),
            frame.revision(),
            sha256,
            frame.signature()))
        .isTrue();
    return frame;
  }

  private static Map<String, List<byte @Nullable []>> read(
      KafkaConsumer<byte[], byte[]> out, Map<String, List<byte @Nullable []>> seen) {
    for (ConsumerRecord<byte[], byte[]> record : out.poll(Duration.ofMillis(200))) {
      seen.computeIfAbsent(
              new String(record.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
          .add(record.value());
    }
    return seen;
  }

  /** A frame's record lies at the offset of its index. */
  private static void direct(
      KafkaProducer<byte[], byte[]> in, int index, byte[] image, Disposition disposition)
      throws Exception {
    Directive directive = new Directive(
        "s",
        index,
        Instant.EPOCH,
        new Origin(Topics.FRAMES, 0, index, null),
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image)),
        disposition,
        disposition == Disposition.WITHHOLD ? List.of(WithholdReason.DETECTOR_FAILED) : List.of(),
        disposition == Disposition.REDACT ? List.of(FACE) : List.of(),
        Audio.MUTE,
        List.of(),
        Finality.FINAL,
        1,
        null,
        Consent.OFF,
        List.of(),
        "household-1",
        "face/test-1",
        0,
        List.of());
    in.send(new ProducerRecord<>(
            Topics.REDACTIONS,
            bytes("s"),
            WireFormat.DIRECTIVE.encode(Directives.toAvro(directive))))
        .get();
  }

  private static void override(KafkaProducer<byte[], byte[]> in) throws Exception {
    DirectiveOverride override = new DirectiveOverride(
        "s", 0, 2, Instant.now(), OverrideCause.REVIEW, Disposition.WITHHOLD, List.of());
    in.send(new ProducerRecord<>(
            Topics.OVERRIDES,
            bytes("s"),
            WireFormat.DIRECTIVE_OVERRIDE.encode(DirectiveOverrides.toAvro(override))))
        .get();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
    properties.setProperty("auto.offset.reset", "earliest");
    properties.setProperty("metadata.max.age.ms", "1000");
    properties.setProperty("group.id", "reader");
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(Topics.FRAMES_REDACTED));
    return consumer;
  }
}
