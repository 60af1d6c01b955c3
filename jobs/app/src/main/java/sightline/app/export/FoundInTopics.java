package sightline.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import sightline.domain.control.Revocation;
import sightline.pipeline.job.ControlTopics;
import sightline.wire.DirectiveOverrides;
import sightline.wire.FeedbackLines;
import sightline.wire.JsonLines;
import sightline.wire.PreflightVerdicts;
import sightline.wire.Revocations;
import sightline.wire.SessionFeedbacks;
import sightline.wire.SessionSummaries;
import sightline.wire.SessionVerdictRecords;
import sightline.wire.Topics;
import sightline.wire.UnreadableRecord;
import sightline.wire.VerdictLines;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;

/** Reads the topics from their beginning to their end, as far as the broker still keeps them: the worker's frames say which sessions are theirs. */
final class FoundInTopics {
  /** All frames have to be read: hours of them are kept. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String worker;
  private final Found found = new Found();
  private final Set<String> sessions = new HashSet<>();
  private final Set<String> tokens = new LinkedHashSet<>();
  private final Set<String> receipts = new HashSet<>();

  private FoundInTopics(String worker) {
    this.worker = worker;
  }

  /**
   * @throws IllegalStateException with the mend, where a topic is missing or does not come to its end
   */
  static Found at(String bootstrap, String worker) {
    return new FoundInTopics(worker).read(bootstrap);
  }

  private Found read(String bootstrap) {
    ControlTopics.readToTheirEnd(bootstrap, List.of(Topics.FRAMES), PATIENCE, this::frame);
    tokens.forEach(this::receipt);
    found.consentLookedFor = true;
    ControlTopics.readToTheirEnd(
        bootstrap,
        List.of(
            Topics.SESSIONS,
            Topics.VERDICTS,
            Topics.FEEDBACK,
            Topics.OVERRIDES,
            Topics.REVOCATIONS),
        PATIENCE,
        this::line);
    return found;
  }

  private void frame(ConsumerRecord<byte[], byte[]> record) {
    try {
      Frame frame = WireFormat.FRAME.decode(record.value());
      if (worker.equals(frame.getWorker())) {
        sessions.add(frame.getSession());
        String token = frame.getReceipt();
        if (token != null) {
          tokens.add(token);
        }
      }
    } catch (UnreadableRecord rejectedByTheJobAsWell) {
      // belongs to nobody who could be named
    }
  }

  /** The claims as they were sent. Whether they were believed is in the decisions. */
  private void receipt(String token) {
    List<String> parts = List.of(token.split("\\.", -1));
    if (parts.size() != 3) {
      return;
    }
    try {
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts.get(1)));
      if (claims.isObject()) {
        found.receipts.add(claims);
        receipts.add(claims.path("jti").asText());
      }
    } catch (IOException | IllegalArgumentException noReceipt) {
      // the job calls such a receipt invalid
    }
  }

  private void line(ConsumerRecord<byte[], byte[]> record) {
    try {
      switch (record.topic()) {
        case Topics.SESSIONS ->
          keep(
              found.sessions,
              JsonLines.session(
                  SessionSummaries.fromAvro(WireFormat.SESSION_SUMMARY.decode(record.value()))));
        case Topics.VERDICTS ->
          keep(
              found.verdicts,
              VerdictLines.verdict(SessionVerdictRecords.fromAvro(
                  WireFormat.SESSION_VERDICT.decode(record.value()))));
        case Topics.OVERRIDES ->
          keep(
              found.overrides,
              JsonLines.override(DirectiveOverrides.fromAvro(
                  WireFormat.DIRECTIVE_OVERRIDE.decode(record.value()))));
        case Topics.FEEDBACK ->
          keep(
              found.feedback,
              WireFormat.SESSION_FEEDBACK.wrote(record.value())
                  ? FeedbackLines.session(
                      SessionFeedbacks.fromAvro(WireFormat.SESSION_FEEDBACK.decode(record.value())))
                  : JsonLines.preflight(PreflightVerdicts.fromAvro(
                      WireFormat.PREFLIGHT_VERDICT.decode(record.value()))));
        default -> revocation(Revocations.fromAvro(WireFormat.REVOCATION.decode(record.value())));
      }
    } catch (UnreadableRecord | IOException e) {
      throw new IllegalStateException(
          "a record of %s does not read, so the worker's record would have a gap: use a newer version of this command"
              .formatted(record.topic()),
          e);
    }
  }

  private void keep(List<JsonNode> into, String line) throws IOException {
    JsonNode read = JSON.readTree(line);
    if (sessions.contains(read.path("session").asText())) {
      into.add(read);
    }
  }

  private void revocation(Revocation revocation) {
    Set<String> theirs = switch (revocation.by()) {
      case WORKER -> Set.of(worker);
      case RECEIPT -> receipts;
      case SESSION -> sessions;
    };
    if (theirs.contains(revocation.id())) {
      found.revocations.add(JsonNodeFactory.instance
          .objectNode()
          .put("by", revocation.by().name())
          .put("id", revocation.id())
          .put("effectiveAt", revocation.effectiveAt().toString())
          .put("reason", revocation.reason().name()));
    }
  }
}
