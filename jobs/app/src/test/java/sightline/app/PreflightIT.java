package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import sightline.app.drawn.DrawnScene;
import sightline.app.embedded.EmbeddedFlink;
import sightline.app.embedded.EmbeddedKafka;
import sightline.app.embedded.FreePort;
import sightline.domain.preflight.EndedBy;
import sightline.domain.preflight.FindingCode;
import sightline.domain.preflight.Outcome;
import sightline.domain.preflight.PreflightVerdict;
import sightline.pipeline.job.FramesTopic;
import sightline.pipeline.job.KafkaEnds;
import sightline.wire.PreflightVerdicts;
import sightline.wire.Topics;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;
import sightline.wire.avro.Phase;

/** On the real broker: a test clip filmed at ten frames a second has its verdict, and how soon after its end is printed. */
class PreflightIT {
  private static final int CLIP = 60;
  private static final int RECORDING = 45;
  private static final long STEP_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** The first frames of a session are its test clip; the rest, if any, the recording. */
  private static List<Sent> session(String session, DrawnScene scene, int frames) throws Exception {
    List<Sent> sent = new ArrayList<>();
    for (Sent one : Sent.scene(session, scene, 0, frames, 1_000_000, frames == CLIP)) {
      Frame frame = Frame.newBuilder(WireFormat.FRAME.decode(one.value()))
          .setPhase(one.index() < CLIP ? Phase.PREFLIGHT : Phase.RECORDING)
          .build();
      sent.add(new Sent(
          one.partition(),
          one.session(),
          one.index(),
          one.capturedAt(),
          WireFormat.FRAME.encode(frame)));
    }
    return sent;
  }

  /** Sends at the pace of the camera; the append time of each session's frame at which its clip is known to end. */
  private static Map<String, Long> film(String bootstrap, List<List<Sent>> sessions)
      throws Exception {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    Map<String, Long> ends = new HashMap<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int index = 0; index < CLIP + RECORDING; index++) {
        for (List<Sent> session : sessions) {
          if (index < session.size()) {
            Sent sent = session.get(index);
            Future<RecordMetadata> appended = producer.send(new ProducerRecord<>(
                Topics.FRAMES,
                sent.partition(),
                sent.session().getBytes(StandardCharsets.UTF_8),
                sent.value()));
            if (index == Math.min(CLIP, session.size() - 1)) {
              ends.put(sent.session(), appended.get().timestamp());
            }
          }
        }
        Thread.sleep(STEP_MILLIS);
      }
    }
    return ends;
  }

  @Test
  void aTestClipHasItsVerdictSoonAfterItsEnd() throws Exception {
    DrawnScene scene = visited();
    List<List<Sent>> sessions =
        List.of(session("clip", scene, CLIP), session("both", scene, CLIP + RECORDING));
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(4);
      try (EmbeddedFlink flink = EmbeddedFlink.start(FreePort.any(), 2)) {
        JobClient job = flink.submit(
            new KafkaEnds(
                kafka.bootstrap(), "preflight", FramesTopic.require(kafka.bootstrap()), 10_000),
            TestSettings.drawn(Map.of()));
        try (KafkaConsumer<byte[], byte[]> out = consumer(kafka.bootstrap())) {
          film(kafka.bootstrap(), List.of(session("warm-up", scene, CLIP)));
          await().atMost(PATIENCE).until(() -> !out.poll(Duration.ofMillis(50)).isEmpty());
          Map<String, Long> visibleAt = new HashMap<>();
          Map<String, PreflightVerdict> verdicts = new HashMap<>();
          Thread reading = new Thread(() -> read(out, verdicts, visibleAt));
          reading.start();
          Map<String, Long> ends = film(kafka.bootstrap(), sessions);
          reading.join(PATIENCE.toMillis());
          assertVerdict("clip", EndedBy.LAST_FRAME, ends, visibleAt, verdicts);
          assertVerdict("both", EndedBy.RECORDING, ends, visibleAt, verdicts);
        } finally {
          EmbeddedFlink.stop(job);
        }
      }
    }
  }

  private static void assertVerdict(
      String session,
      EndedBy endedBy,
      Map<String, Long> ends,
      Map<String, Long> visibleAt,
      Map<String, PreflightVerdict> verdicts) {
    PreflightVerdict verdict = Objects.requireNonNull(verdicts.get(session));
    long delay = Objects.requireNonNull(visibleAt.get(session))
        - Objects.requireNonNull(ends.get(session));
    System.out.printf(
        "preflight ended by %s: verdict visible %d ms after the append of the frame that says so%n",
        endedBy, delay);
    assertThat(delay).isBetween(0L, 60_000L);
    assertThat(verdict.endedBy()).isEqualTo(endedBy);
    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_YET);
    assertThat(verdict.frames()).isEqualTo(CLIP);
    assertThat(verdict.findings()).anyMatch(finding -> finding.code() == FindingCode.FACE);
  }

  /** A scene whose test clip a visitor walks into. */
  private static DrawnScene visited() {
    for (int number = 0; ; number++) {
      DrawnScene scene = DrawnScene.of(3, number);
      for (int index = 0; index < CLIP - 10; index++) {
        if (scene.truth(index).visitor() && scene.truth(index + 10).visitor()) {
          return scene;
        }
      }
    }
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> out,
      Map<String, PreflightVerdict> verdicts,
      Map<String, Long> visibleAt) {
    long patience = System.nanoTime() + PATIENCE.toNanos();
    while (verdicts.size() < 2 && System.nanoTime() < patience) {
      for (ConsumerRecord<byte[], byte[]> record : out.poll(Duration.ofMillis(50))) {
        try {
          PreflightVerdict verdict =
              PreflightVerdicts.fromAvro(WireFormat.PREFLIGHT_VERDICT.decode(record.value()));
          visibleAt.put(verdict.session(), System.currentTimeMillis());
          verdicts.put(verdict.session(), verdict);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    properties.setProperty("isolation.level", "read_committed");
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = consumer.partitionsFor(Topics.FEEDBACK).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
