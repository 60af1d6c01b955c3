package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
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
import sightline.app.drawn.Jpeg;
import sightline.app.embedded.EmbeddedFlink;
import sightline.app.embedded.EmbeddedKafka;
import sightline.app.embedded.FreePort;
import sightline.app.footage.FrameRecords;
import sightline.app.footage.Shot;
import sightline.domain.control.Revocation;
import sightline.domain.control.RevocationReason;
import sightline.domain.control.RevokedBy;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Overrides;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.redaction.RedactedFrame;
import sightline.pipeline.job.ControlTopics;
import sightline.pipeline.job.FramesTopic;
import sightline.pipeline.job.KafkaEnds;
import sightline.pipeline.job.RedactJob;
import sightline.pipeline.job.Settings;
import sightline.wire.DirectiveOverrides;
import sightline.wire.Directives;
import sightline.wire.RedactedFrames;
import sightline.wire.Rejections;
import sightline.wire.Revocations;
import sightline.wire.Topics;
import sightline.wire.WireFormat;
import sightline.wire.avro.Review;

/** Frames too dark to be judged; somebody looks at them and signs what they saw. From the main job to the pixels that go out. */
class ReviewIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;

  @TempDir
  private Path folder;

  /** What anybody may read of the outputs. */
  private final Map<String, Directive> finals = new LinkedHashMap<>();

  private final List<DirectiveOverride> overrides = new ArrayList<>();
  private final List<RejectReason> rejected = new ArrayList<>();
  private final Map<String, List<byte @Nullable []>> redacted = new LinkedHashMap<>();

  @Test
  void aSignedReviewLetsADarkFrameGoAndNoneWhoseConsentWasTakenBack() throws Exception {
    KeyPair release = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path key = Files.write(folder.resolve("release"), release.getPrivate().getEncoded());
    Pen pen = new Pen();
    Settings settings = settings(Files.writeString(folder.resolve("reviewers"), pen.keys()));
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(1);
      try (EmbeddedFlink flink = EmbeddedFlink.start(FreePort.any(), 1);
          StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
          KafkaProducer<byte[], byte[]> in = producer(kafka.bootstrap());
          KafkaConsumer<byte[], byte[]> out = consumer(kafka.bootstrap())) {
        JobClient main = flink.submit(ends(kafka), settings);
        JobClient redact = RedactJob.start(
            env,
            "--bootstrap",
            kafka.bootstrap(),
            "--key",
            key.toString(),
            "--metrics-port",
            "-1",
            "--sample-rate",
            "0");
        try {
          film(in, "dark");
          film(in, "taken-back");
          await().atMost(PATIENCE).until(() -> read(out).finals.size() == 2);
          assertThat(finals.values())
              .allSatisfy(directive -> assertThat(directive.withheldBecause())
                  .containsExactly(WithholdReason.NOT_SEEN_WELL));
          revoke(in, "taken-back");
          await().atMost(PATIENCE).until(() -> read(out).overrides.size() == 1);
          review(in, new Pen(), "dark");
          review(in, pen, "taken-back");
          review(in, pen, "dark");
          await().atMost(PATIENCE).until(() -> !read(out).redacted.isEmpty());
        } finally {
          redact.cancel().get(30, TimeUnit.SECONDS);
          EmbeddedFlink.stop(main);
        }
      }
    }
    assertThat(overrides)
        .extracting(DirectiveOverride::cause)
        .containsExactly(OverrideCause.REVOCATION, OverrideCause.REVIEW, OverrideCause.REVIEW);
    assertThat(rejected).as("a key that nobody knows").containsExactly(RejectReason.REVIEW_INVALID);
    assertThat(Overrides.over(decided("taken-back"), overrides).withheldBecause())
        .containsExactly(WithholdReason.OVERRIDDEN);
    assertThat(redacted).containsOnlyKeys("dark#0");
    byte[] value = Objects.requireNonNull(redacted.get("dark#0")).get(0);
    RedactedFrame frame = RedactedFrames.fromAvro(WireFormat.REDACTED_FRAME.decode(value));
    assertThat(frame.disposition()).isEqualTo(Disposition.REDACT);
    assertThat(frame.revision()).isEqualTo(2);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(frame.image()));
    assertThat(picture.getRGB(72, 72) & 0xFFFFFF).as("the reviewer's region").isZero();
    assertThat(picture.getRGB(WIDTH - 8, HEIGHT - 8) & 0xFFFFFF).as("the rest").isNotZero();
  }

  private Directive decided(String session) {
    return Objects.requireNonNull(finals.get(session));
  }

  private Settings settings(Path reviewers) throws Exception {
    String models =
        Assets.homeWithModels(folder.resolve("home")).resolve("models").toString();
    return TestSettings.drawn(Map.of(
        "assess.models",
        models,
        "assess.eyes",
        "face",
        "decide.policy",
        "face-2",
        "reviews.keys",
        reviewers.toString(),
        "session.silence",
        "2 s"));
  }

  private static KafkaEnds ends(EmbeddedKafka kafka) {
    return new KafkaEnds(
        kafka.bootstrap(),
        "reviews",
        FramesTopic.require(kafka.bootstrap()),
        ControlTopics.readToTheirEnd(kafka.bootstrap()),
        2_000);
  }

  /** Almost black, a little less so to the right. */
  private static byte[] dark() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setPaint(
        new GradientPaint(0, 0, new Color(4, 4, 4), WIDTH, HEIGHT, new Color(20, 20, 20)));
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    brush.dispose();
    return Jpeg.of(image, 0.9f);
  }

  private static void film(KafkaProducer<byte[], byte[]> in, String session) throws Exception {
    Shot shot = new Shot(0, 0, WIDTH, HEIGHT, Rotation.NONE, dark(), null);
    byte[] value = FrameRecords.encode(session, Sent.LABELS, shot, Instant.now(), true);
    in.send(new ProducerRecord<>(Topics.FRAMES, bytes(session), value)).get();
  }

  private static void revoke(KafkaProducer<byte[], byte[]> in, String session) throws Exception {
    Revocation revocation =
        new Revocation(RevokedBy.SESSION, session, Instant.now(), RevocationReason.WITHDRAWN);
    byte[] value = WireFormat.REVOCATION.encode(Revocations.toAvro(revocation));
    in.send(new ProducerRecord<>(Topics.REVOCATIONS, bytes(revocation.key()), value))
        .get();
  }

  private static void review(KafkaProducer<byte[], byte[]> in, Pen pen, String session)
      throws Exception {
    Review review = Review.newBuilder()
        .setSession(session)
        .setStatement(pen.review(session))
        .build();
    byte[] value = WireFormat.REVIEW.encode(review);
    in.send(new ProducerRecord<>(Topics.REVIEWS, bytes(session), value)).get();
  }

  /** Somebody who looks at frames. */
  private static final class Pen {
    private final KeyPair pair;

    Pen() throws Exception {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    String keys() {
      byte[] encoded = pair.getPublic().getEncoded();
      return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"v-1\",\"x\":\"%s\"}]}"
          .formatted(base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
    }

    /** There is something in the upper left that must not be seen. */
    String review(String session) throws Exception {
      long now = Instant.now().getEpochSecond();
      ObjectNode claims = new ObjectMapper()
          .createObjectNode()
          .put("iss", "https://review.example")
          .put("sub", "reviewer-17")
          .put("jti", "v-" + session)
          .put("iat", now)
          .put("exp", now + 3_600)
          .put("schema_version", "sightline-review-1")
          .put("session", session)
          .put("frame", 0)
          .put("sha256", sha256(dark()))
          .put("revision", 1)
          .put("decision", "REDACT");
      claims.putArray("lifts").add("NOT_SEEN_WELL");
      claims
          .putArray("regions")
          .addObject()
          .put("x", 40)
          .put("y", 40)
          .put("w", 64)
          .put("h", 64)
          .put("kind", "FACE");
      String header = "{\"alg\":\"EdDSA\",\"kid\":\"v-1\",\"typ\":\"sightline-review+jwt\"}";
      String signed = base64(bytes(header)) + "." + base64(bytes(claims.toString()));
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(pair.getPrivate());
      ed25519.update(bytes(signed));
      return signed + "." + base64(ed25519.sign());
    }

    private static String base64(byte[] bytes) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }

  private static String sha256(byte[] image) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
  }

  private ReviewIT read(KafkaConsumer<byte[], byte[]> out) throws Exception {
    for (ConsumerRecord<byte[], byte[]> record : out.poll(Duration.ofMillis(200))) {
      switch (record.topic()) {
        case Topics.REDACTIONS -> {
          Directive directive = Directives.fromAvro(WireFormat.DIRECTIVE.decode(record.value()));
          finals.put(directive.session(), directive);
        }
        case Topics.OVERRIDES ->
          overrides.add(
              DirectiveOverrides.fromAvro(WireFormat.DIRECTIVE_OVERRIDE.decode(record.value())));
        case Topics.REJECTED ->
          rejected.add(
              Rejections.fromAvro(WireFormat.REJECTION.decode(record.value())).reason());
        default ->
          redacted
              .computeIfAbsent(
                  new String(record.key(), StandardCharsets.UTF_8), name -> new ArrayList<>())
              .add(record.value());
      }
    }
    return this;
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
    consumer.subscribe(
        List.of(Topics.REDACTIONS, Topics.OVERRIDES, Topics.REJECTED, Topics.FRAMES_REDACTED));
    return consumer;
  }
}
