package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.drawn.DrawnScene;
import sightline.app.embedded.EmbeddedFlink;
import sightline.app.embedded.EmbeddedKafka;
import sightline.app.embedded.FreePort;
import sightline.domain.preflight.EndedBy;
import sightline.domain.preflight.FindingCode;
import sightline.domain.preflight.Outcome;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.privacy.Directive;
import sightline.pipeline.job.FramesTopic;
import sightline.pipeline.job.KafkaEnds;
import sightline.wire.Directives;
import sightline.wire.PreflightVerdicts;
import sightline.wire.Topics;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;
import sightline.wire.avro.Phase;

/**
 * On the real broker: a test clip filmed at ten frames a second, with face eyes alone, has its verdict. How soon
 * after its end is printed, and how far the engine was behind: on two cores it falls behind at that rate.
 */
class PreflightIT {
  private static final int CLIP = 60;
  private static final int RECORDING = 60;
  private static final long STEP_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir
  private Path folder;

  /**
   * A session as its reader sees it.
   *
   * @param visibleMillis from the append of the frame that ends the clip to the verdict, committed
   * @param provisionalMillis from the same append to that frame's provisional directive: how far the engine was behind
   */
  private record Seen(PreflightVerdict verdict, long visibleMillis, long provisionalMillis) {}

  @Test
  void aTestClipHasItsVerdictSoonAfterItsEnd() throws Exception {
    String models = Assets.homeWithModels(folder).resolve("models").toString();
    DrawnScene scene = visited();
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(4);
      try (EmbeddedFlink flink = EmbeddedFlink.start(FreePort.any(), 2)) {
        JobClient job = flink.submit(
            new KafkaEnds(
                kafka.bootstrap(),
                "preflight",
                FramesTopic.require(kafka.bootstrap()),
                List.of(),
                10_000),
            TestSettings.drawn(Map.of("assess.models", models, "assess.eyes", "face")));
        try (Film film = new Film(kafka.bootstrap())) {
          film.shoot(session("warm-up", scene, CLIP), CLIP - 1);
          Seen clip = film.shoot(session("clip", scene, CLIP), CLIP - 1);
          Seen both = film.shoot(session("both", scene, CLIP + RECORDING), CLIP);
          assertSound(clip, EndedBy.LAST_FRAME);
          assertSound(both, EndedBy.RECORDING);
        } finally {
          EmbeddedFlink.stop(job);
        }
      }
    }
  }

  private static void assertSound(Seen seen, EndedBy endedBy) {
    System.out.printf(
        "preflight ended by %s: verdict visible %d ms after the append of the frame that says so, its provisional directive after %d ms%n",
        endedBy, seen.visibleMillis(), seen.provisionalMillis());
    assertThat(seen.visibleMillis()).isBetween(0L, 60_000L);
    assertThat(seen.verdict().endedBy()).isEqualTo(endedBy);
    assertThat(seen.verdict().outcome()).isEqualTo(Outcome.NOT_YET);
    assertThat(seen.verdict().frames()).isEqualTo(CLIP);
    assertThat(seen.verdict().findings()).anyMatch(finding -> finding.code() == FindingCode.FACE);
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

  /** Sends a session at the pace of the camera and reads what comes of it meanwhile. */
  private static final class Film implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> out;
    private @Nullable PreflightVerdict verdict;
    private long verdictAt;
    private long provisionalAt;

    Film(String bootstrap) {
      Properties properties = new Properties();
      properties.setProperty("bootstrap.servers", bootstrap);
      properties.setProperty("isolation.level", "read_committed");
      producer =
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
      out =
          new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      List<TopicPartition> partitions = Stream.of(Topics.FEEDBACK, Topics.REDACTIONS_PROVISIONAL)
          .flatMap(topic -> out.partitionsFor(topic).stream())
          .map(info -> new TopicPartition(info.topic(), info.partition()))
          .toList();
      out.assign(partitions);
      out.seekToBeginning(partitions);
    }

    /**
     * @param end index of the frame that ends the clip
     */
    Seen shoot(List<Sent> session, int end) throws Exception {
      verdict = null;
      provisionalAt = 0;
      long endedAt = 0;
      for (Sent sent : session) {
        long next = System.currentTimeMillis() + STEP_MILLIS;
        long appendedAt = producer
            .send(new ProducerRecord<>(
                Topics.FRAMES,
                sent.partition(),
                sent.session().getBytes(StandardCharsets.UTF_8),
                sent.value()))
            .get()
            .timestamp();
        endedAt = sent.index() == end ? appendedAt : endedAt;
        while (System.currentTimeMillis() < next) {
          read(sent.session(), end, Duration.ofMillis(5));
        }
      }
      long patience = System.currentTimeMillis() + PATIENCE.toMillis();
      while ((verdict == null || provisionalAt == 0) && System.currentTimeMillis() < patience) {
        read(session.get(0).session(), end, Duration.ofMillis(20));
      }
      if (verdict == null) {
        throw new AssertionError("no verdict on " + session.get(0).session());
      }
      return new Seen(verdict, verdictAt - endedAt, provisionalAt - endedAt);
    }

    private void read(String session, int end, Duration patience) throws Exception {
      for (ConsumerRecord<byte[], byte[]> record : out.poll(patience)) {
        if (record.topic().equals(Topics.FEEDBACK)) {
          if (!WireFormat.PREFLIGHT_VERDICT.wrote(record.value())) {
            continue; // feedback on the session
          }
          verdict = PreflightVerdicts.fromAvro(WireFormat.PREFLIGHT_VERDICT.decode(record.value()));
          verdictAt = System.currentTimeMillis();
        } else {
          Directive directive = Directives.fromAvro(WireFormat.DIRECTIVE.decode(record.value()));
          if (directive.session().equals(session) && directive.index() == end) {
            provisionalAt = System.currentTimeMillis();
          }
        }
      }
    }

    @Override
    public void close() {
      out.close();
      producer.close();
    }
  }
}
