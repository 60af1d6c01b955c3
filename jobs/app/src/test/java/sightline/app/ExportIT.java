package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.drawn.DrawnScene;
import sightline.app.embedded.EmbeddedKafka;
import sightline.domain.control.Revocation;
import sightline.domain.control.RevocationReason;
import sightline.domain.control.RevokedBy;
import sightline.domain.feedback.FeedbackRules;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.quality.Measure;
import sightline.domain.verdict.DecidedBy;
import sightline.domain.verdict.SessionVerdict;
import sightline.domain.verdict.Verdict;
import sightline.wire.Revocations;
import sightline.wire.SessionFeedbacks;
import sightline.wire.Topics;
import sightline.wire.WireFormat;
import sightline.words.Catalogue;

/** {@code sightline export} against the real broker. */
class ExportIT {
  @TempDir
  private Path folder;

  private static String receipt() {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return "e30."
        + encoder.encodeToString(
            "{\"jti\":\"r-1\",\"sub\":\"w-1\"}".getBytes(StandardCharsets.UTF_8))
        + ".AA";
  }

  private static byte[] feedback(String session) {
    return WireFormat.SESSION_FEEDBACK.encode(SessionFeedbacks.toAvro(SessionFeedback.of(
        new SessionVerdict(
            session,
            1,
            "free",
            null,
            "phone-mid",
            "ke-nairobi",
            "sw-KE",
            Verdict.ACCEPT,
            Verdict.ACCEPT,
            DecidedBy.ENGINE,
            null,
            List.of(),
            List.of(),
            Measure.of(0.9),
            Measure.of(0.95),
            Instant.EPOCH,
            Instant.ofEpochSecond(60),
            60_000,
            "rules-1"),
        FeedbackRules.DEFAULT,
        Catalogue.open())));
  }

  @Test
  void aWorkersRecordIsFoundByTheirFramesAndHoldsNobodyElses() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(2);
      try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
          Map.of("bootstrap.servers", kafka.bootstrap()),
          new ByteArraySerializer(),
          new ByteArraySerializer())) {
        for (Sent sent :
            Sent.scene("mine", receipt(), DrawnScene.of(3, 0), 0, 2, 1_000_000, true)) {
          producer.send(new ProducerRecord<>(Topics.FRAMES, sent.value())).get();
        }
        for (String session : List.of("mine", "another's")) {
          producer
              .send(new ProducerRecord<>(Topics.FEEDBACK, feedback(session)))
              .get();
        }
        for (String id : List.of("r-1", "r-2")) {
          producer
              .send(new ProducerRecord<>(
                  Topics.REVOCATIONS,
                  id.getBytes(StandardCharsets.UTF_8),
                  WireFormat.REVOCATION.encode(Revocations.toAvro(new Revocation(
                      RevokedBy.RECEIPT, id, Instant.EPOCH, RevocationReason.WITHDRAWN)))))
              .get();
        }
      }
      Path out = folder.resolve("out");
      Cli told =
          Cli.run("export", "--worker", "w-1", "--bootstrap", kafka.bootstrap(), "--out", out);
      assertThat(told.exit()).as(told.said()).isZero();
      JsonNode record = new ObjectMapper().readTree(out.resolve("record.json").toFile());
      assertThat(record.path("sessions")).hasSize(1);
      assertThat(record.path("sessions").get(0).path("feedback").path("verdict").asText())
          .isEqualTo("ACCEPT");
      assertThat(record.path("consent").path("receipts")).hasSize(1);
      assertThat(record.path("consent").path("revocations")).hasSize(1);
      assertThat(record.toString()).doesNotContain("another's", "r-2");
      assertThat(Files.readString(out.resolve("record.html")))
          .contains("<html lang=\"sw\">", "Asante.", "Thank you.");

      Cli unknown = Cli.run(
          "export",
          "--worker",
          "w-9",
          "--bootstrap",
          kafka.bootstrap(),
          "--out",
          folder.resolve("no"));
      assertThat(unknown.exit()).isEqualTo(2);
      assertThat(unknown.said()).contains("nothing is known of the worker w-9");
      assertThat(folder.resolve("no")).doesNotExist();
    }
  }
}
