package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.embedded.EmbeddedKafka;
import sightline.domain.frame.Origin;
import sightline.domain.leak.PassQuality;
import sightline.domain.operations.OperationsReading;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.redaction.RedactedFrame;
import sightline.pipeline.job.RedactJob;
import sightline.wire.DirectiveOverrides;
import sightline.wire.Directives;
import sightline.wire.OperationsReadings;
import sightline.wire.RedactedFrames;
import sightline.wire.SecondPassQualities;
import sightline.wire.Topics;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;
import sightline.wire.avro.Phase;

/** A face that the engine left open goes out, is found by the second look, and is covered. */
class LeakFoundIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  /** Two faces, as labelled: one lies under {@link #COVERED}, the other here. */
  private static final String PHOTO = "photos/faces_dlib/2008_001009.jpg";

  private static final int OPEN_X = 125 + 45;
  private static final int OPEN_Y = 214 + 45;
  private static final Region COVERED =
      new Region(115, 40, 140, 150, RegionKind.FACE, RegionReason.FACE_DETECTED, null, 0.9);

  @TempDir
  private Path folder;

  private final List<RedactedFrame> released = new ArrayList<>();
  private final List<DirectiveOverride> overrides = new ArrayList<>();
  private final List<OperationsReading> readings = new ArrayList<>();

  @Test
  void anOpenFaceGoesOutIsFoundAndIsCovered() throws Exception {
    byte[] photo = Files.readAllBytes(Assets.media().resolve(PHOTO));
    Path models = Assets.homeWithModels(folder.resolve("home")).resolve("models");
    measured(models);
    Path key = Files.write(
        folder.resolve("key"),
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded());
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        KafkaProducer<byte[], byte[]> in = producer(kafka.bootstrap());
        KafkaConsumer<byte[], byte[]> out = consumer(kafka.bootstrap())) {
      String[] arguments = arguments(kafka.bootstrap(), key, models);
      assertThatThrownBy(() -> RedactJob.start(env, arguments))
          .as("before any topic is there")
          .hasMessageContaining("topic operations is missing");
      kafka.createTopics(1);
      send(in, Topics.FRAMES, WireFormat.FRAME.encode(frame(photo)));
      send(in, Topics.REDACTIONS, WireFormat.DIRECTIVE.encode(Directives.toAvro(directive(photo))));
      JobClient job = RedactJob.start(env, arguments);
      try {
        await().atMost(PATIENCE).until(() -> {
          read(out);
          return released.size() == 2 && !readings.isEmpty();
        });
        Thread.sleep(3_000);
        read(out);
      } finally {
        job.cancel().get(30, TimeUnit.SECONDS);
      }
    }
    assertThat(released).as("once more, and no third time").hasSize(2);
    assertThat(isBlack(released.get(0))).as("it was open").isFalse();
    assertThat(isBlack(released.get(1))).as("it is covered").isTrue();
    assertThat(released.get(1).revision()).isEqualTo(2);
    assertThat(overrides).singleElement().satisfies(override -> {
      assertThat(override.cause()).isEqualTo(OverrideCause.LEAK_FOUND);
      assertThat(override.disposition()).isEqualTo(Disposition.REDACT);
      assertThat(override.regions()).hasSize(1);
    });
    assertThat(readings).singleElement().satisfies(reading -> {
      assertThat(reading.cohort()).isEqualTo("phone-mid/eu-west");
      assertThat(reading.count()).isEqualTo(1);
      assertThat(reading.of()).isEqualTo(1);
      assertThat(reading.value().orThrow()).isPositive();
    });
  }

  private static String[] arguments(String bootstrap, Path key, Path models) {
    return new String[] {
      "--bootstrap",
      bootstrap,
      "--key",
      key.toString(),
      "--metrics-port",
      "-1",
      "--models",
      models.toString(),
      "--sample-rate",
      "1",
      "--k",
      "1"
    };
  }

  /** Not a measurement: any numbers will do here. */
  private static void measured(Path models) throws Exception {
    Path file = models.resolve("second-pass/thorough-faces-1/quality.json");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(
        file,
        SecondPassQualities.write(new SecondPassQualities.Measured(
            "face/yunet-n-2 verification/face-1",
            0.74,
            new PassQuality(100, 20, 1_000, 10),
            List.of("none"),
            "none: made up for a test")));
  }

  private static boolean isBlack(RedactedFrame frame) throws Exception {
    var picture = ImageIO.read(new ByteArrayInputStream(frame.image()));
    return (picture.getRGB(OPEN_X, OPEN_Y) & 0xFFFFFF) == 0;
  }

  private void read(KafkaConsumer<byte[], byte[]> out) throws Exception {
    for (ConsumerRecord<byte[], byte[]> record : out.poll(Duration.ofMillis(200))) {
      byte[] value = record.value();
      switch (record.topic()) {
        case Topics.FRAMES_REDACTED ->
          released.add(RedactedFrames.fromAvro(WireFormat.REDACTED_FRAME.decode(value)));
        case Topics.OVERRIDES ->
          overrides.add(DirectiveOverrides.fromAvro(WireFormat.DIRECTIVE_OVERRIDE.decode(value)));
        default ->
          readings.add(OperationsReadings.fromAvro(WireFormat.OPERATIONS_READING.decode(value)));
      }
    }
  }

  private static Frame frame(byte[] photo) {
    return Frame.newBuilder()
        .setSession("s")
        .setIndex(0)
        .setTask("free")
        .setWorker("w-1")
        .setDeviceClass("phone-mid")
        .setRegion("eu-west")
        .setPhase(Phase.RECORDING)
        .setCapturedAt(Instant.EPOCH)
        .setWidth(360)
        .setHeight(480)
        .setRotation(0)
        .setEndOfSession(true)
        .setImage(ByteBuffer.wrap(photo))
        .build();
  }

  private static Directive directive(byte[] photo) throws Exception {
    return new Directive(
        "s",
        0,
        Instant.EPOCH,
        new Origin(Topics.FRAMES, 0, 0, null),
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo)),
        Disposition.REDACT,
        List.of(),
        List.of(COVERED),
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
        List.of(new Look(DetectorKind.FACE, Looked.WITH_MODEL, 0L)));
  }

  private static void send(KafkaProducer<byte[], byte[]> in, String topic, byte[] value)
      throws Exception {
    in.send(new ProducerRecord<>(topic, "s".getBytes(StandardCharsets.UTF_8), value))
        .get();
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
    consumer.subscribe(List.of(Topics.FRAMES_REDACTED, Topics.OVERRIDES, Topics.OPERATIONS));
    return consumer;
  }
}
