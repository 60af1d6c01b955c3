package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import sightline.app.drawn.DrawnScene;
import sightline.app.embedded.EmbeddedFlink;
import sightline.app.embedded.EmbeddedKafka;
import sightline.app.embedded.FreePort;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.incident.Incident;
import sightline.domain.lifecycle.Details;
import sightline.domain.lifecycle.LifecycleEvent;
import sightline.domain.lifecycle.LifecycleStep;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Finality;
import sightline.domain.session.SessionSummary;
import sightline.domain.session.Settlement;
import sightline.domain.verdict.SessionVerdict;
import sightline.pipeline.job.FramesTopic;
import sightline.pipeline.job.KafkaEnds;
import sightline.pipeline.job.Settings;
import sightline.wire.Directives;
import sightline.wire.Incidents;
import sightline.wire.LifecycleEvents;
import sightline.wire.Rejections;
import sightline.wire.SessionFeedbacks;
import sightline.wire.SessionSummaries;
import sightline.wire.SessionVerdictRecords;
import sightline.wire.Topics;
import sightline.wire.WireFormat;

/** On the real broker: every record read is counted once, and a session resumed after a silence is not late. */
class BooksIT {
  private static final int SESSIONS = 5;
  private static final int FRAMES = 40;
  private static final long SILENCE_MILLIS = 5_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RESUMED = "session-0";

  @Test
  void everyRecordReadIsCountedOnceAndAResumedSessionIsNotLate() throws Exception {
    List<Sent> before = new ArrayList<>();
    for (int number = 0; number < SESSIONS; number++) {
      before.addAll(
          Sent.scene("session-" + number, DrawnScene.of(3, number), 0, FRAMES, 5_000_000, false));
    }
    List<Sent> after =
        Sent.scene(RESUMED, DrawnScene.of(3, 0), FRAMES, FRAMES + 20, 5_000_000 + 3_600_000, true);
    List<Sent> bad = Sent.bad(before, 9);
    List<Sent> duplicates = Sent.duplicates(before);
    int good = before.size() + after.size();
    List<Sent> first = new ArrayList<>(before);
    first.addAll(bad);
    first.addAll(duplicates);

    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(4);
      try (EmbeddedFlink flink = EmbeddedFlink.start(FreePort.any(), 2)) {
        Settings settings = TestSettings.drawn(
            Map.of("session.silence", SILENCE_MILLIS + " ms", "lifecycle.lateness", "2 s"));
        KafkaEnds ends = new KafkaEnds(
            kafka.bootstrap(),
            "books",
            FramesTopic.require(kafka.bootstrap()),
            List.of(),
            SILENCE_MILLIS);
        JobClient job = flink.submit(ends, settings);
        try (Reader out = new Reader(kafka.bootstrap())) {
          send(kafka.bootstrap(), Sent.shuffled(first, 21, 1_900));
          tellOfAssignments(kafka.bootstrap());
          // The pause is over when the timers of the silence have fired: each session has its
          // summary.
          await().atMost(PATIENCE).until(() -> out.poll().sessions.size() >= SESSIONS);
          assertThat(out.sessions)
              .extracting(SessionSummary::settlement)
              .containsOnly(Settlement.SILENCE);
          send(kafka.bootstrap(), Sent.shuffled(after, 22, 1_900));
          int all = good + bad.size() + duplicates.size();
          await().atMost(PATIENCE).until(() -> {
            out.poll();
            return out.finals.size() + out.rejected >= all
                && out.sessions.size() >= SESSIONS + 1
                && out.steps.size() >= 2;
          });
          Thread.sleep(2_000);
          out.poll();

          assertThat(out.end(Topics.FRAMES)).as("what was sent").isEqualTo(all);
          assertThat(out.finals).hasSize(good);
          assertThat(out.finals).extracting(Directive::finality).containsOnly(Finality.FINAL);
          assertThat(out.places()).as("each frame has one final directive").hasSize(good);
          assertThat(out.rejected)
              .as("bad and duplicate records")
              .isEqualTo(bad.size() + duplicates.size());
          assertThat(out.steps)
              .as("steps that cannot follow, each once")
              .containsExactlyInAnyOrder(RejectReason.DUPLICATE, RejectReason.LIFECYCLE_IMPOSSIBLE);
          assertThat(out.scores).isEqualTo(good);
          assertThat(out.provisional).as("at least once").isGreaterThanOrEqualTo(good);
          assertThat(out.sessions).hasSize(SESSIONS + 1);
          assertThat(out.alerts)
              .as("an alert for every word of an incident, once")
              .isNotEmpty()
              .containsExactlyInAnyOrderElementsOf(out.incidents.stream()
                  .map(incident -> incident.id() + "-" + incident.revision())
                  .toList())
              .doesNotHaveDuplicates();
          assertThat(out.verdicts)
              .as("each session has a verdict; the resumed one, with an hour's pause, another")
              .extracting(verdict -> verdict.session() + "#" + verdict.revision())
              .containsExactlyInAnyOrder(
                  "session-0#1",
                  "session-0#2",
                  "session-1#1",
                  "session-2#1",
                  "session-3#1",
                  "session-4#1");
          assertThat(out.told)
              .as("each verdict in words, once")
              .extracting(words -> words.session() + "#" + words.revision())
              .containsExactlyInAnyOrderElementsOf(out.verdicts.stream()
                  .map(verdict -> verdict.session() + "#" + verdict.revision())
                  .toList());
          assertThat(out.finals)
              .as("nothing is late")
              .allMatch(directive -> directive.lateness() == null);
          assertThat(out.sessions)
              .filteredOn(session -> session.session().equals(RESUMED))
              .last()
              .satisfies(session -> {
                assertThat(session.revision()).isEqualTo(2);
                assertThat(session.accepted()).isEqualTo(FRAMES + 20);
                assertThat(session.missing()).isZero();
              });
        } finally {
          EmbeddedFlink.stop(job);
        }
      }
    }
  }

  private static void send(String bootstrap, List<Sent> records) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Sent sent : records) {
        byte[] key = sent.session().getBytes(StandardCharsets.UTF_8);
        var unused =
            producer.send(new ProducerRecord<>(Topics.FRAMES, sent.partition(), key, sent.value()));
      }
    }
  }

  /** One that goes well, told the wrong way round; one that is told twice; a decision on what was never uploaded. */
  private static void tellOfAssignments(String bootstrap) {
    Instant now = Instant.now();
    LifecycleEvent decision = step("never", now, LifecycleStep.REVIEW_DECIDED);
    List<LifecycleEvent> told = List.of(
        step("well", now, LifecycleStep.REVIEW_DECIDED),
        step("well", now.minusSeconds(60), LifecycleStep.UPLOAD_ENDED),
        step("well", now.minusSeconds(600), LifecycleStep.TASK_OFFERED),
        step("well", now.minusSeconds(600), LifecycleStep.TASK_OFFERED),
        decision);
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (LifecycleEvent event : told) {
        var unused = producer.send(new ProducerRecord<>(
            Topics.LIFECYCLE,
            event.assignment().getBytes(StandardCharsets.UTF_8),
            WireFormat.LIFECYCLE_EVENT.encode(LifecycleEvents.toAvro(event))));
      }
    }
  }

  private static LifecycleEvent step(String assignment, Instant at, LifecycleStep step) {
    Details details = step == LifecycleStep.REVIEW_DECIDED
        ? Details.decided("r", Details.Decision.ACCEPTED, null)
        : Details.NONE;
    return new LifecycleEvent(
        assignment + step, assignment, "w", "cup", "phone", "KE", step, at, details);
  }

  /** A read_committed consumer of every topic that goes out. */
  private static final class Reader implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    final List<Directive> finals = new ArrayList<>();
    final List<SessionSummary> sessions = new ArrayList<>();
    final List<Incident> incidents = new ArrayList<>();
    final List<String> alerts = new ArrayList<>();
    final List<SessionVerdict> verdicts = new ArrayList<>();
    final List<SessionFeedback> told = new ArrayList<>();
    final List<RejectReason> steps = new ArrayList<>();
    int rejected;
    int scores;
    int provisional;

    Reader(String bootstrap) {
      Properties properties = new Properties();
      properties.setProperty("bootstrap.servers", bootstrap);
      properties.setProperty("isolation.level", "read_committed");
      consumer =
          new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      List<TopicPartition> partitions = new ArrayList<>();
      for (String topic : Topics.all()) {
        if (!topic.equals(Topics.FRAMES) && !topic.equals(Topics.LIFECYCLE)) {
          partitions.addAll(partitions(topic));
        }
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }

    private List<TopicPartition> partitions(String topic) {
      return consumer.partitionsFor(topic).stream()
          .map(info -> new TopicPartition(topic, info.partition()))
          .toList();
    }

    long end(String topic) {
      return consumer.endOffsets(partitions(topic)).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }

    Set<String> places() {
      Set<String> places = new HashSet<>();
      finals.forEach(directive -> places.add(directive.session() + "#" + directive.index()));
      return places;
    }

    Reader poll() throws Exception {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        switch (record.topic()) {
          case Topics.REDACTIONS ->
            finals.add(Directives.fromAvro(WireFormat.DIRECTIVE.decode(record.value())));
          case Topics.REDACTIONS_PROVISIONAL -> provisional++;
          case Topics.FRAME_SCORES -> scores++;
          case Topics.SESSIONS ->
            sessions.add(
                SessionSummaries.fromAvro(WireFormat.SESSION_SUMMARY.decode(record.value())));
          case Topics.REJECTED -> {
            Rejection rejection = Rejections.fromAvro(WireFormat.REJECTION.decode(record.value()));
            if (rejection.origin().topic().equals(Topics.LIFECYCLE)) {
              steps.add(rejection.reason());
            } else {
              rejected++;
            }
          }
          case Topics.INCIDENTS ->
            incidents.add(Incidents.fromAvro(WireFormat.INCIDENT.decode(record.value())));
          case Topics.VERDICTS ->
            verdicts.add(
                SessionVerdictRecords.fromAvro(WireFormat.SESSION_VERDICT.decode(record.value())));
          case Topics.FEEDBACK -> {
            assertThat(WireFormat.SESSION_FEEDBACK.wrote(record.value()))
                .as("nobody filmed a test clip")
                .isTrue();
            told.add(SessionFeedbacks.fromAvro(WireFormat.SESSION_FEEDBACK.decode(record.value())));
          }
          case Topics.ALERTS -> {
            assertThat(record.headers().lastHeader("content-type").value())
                .asString(StandardCharsets.UTF_8)
                .startsWith("application/cloudevents+json");
            alerts.add(JSON.readTree(record.value()).path("id").asText());
          }
          default -> throw new IllegalStateException("nothing writes to " + record.topic());
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
