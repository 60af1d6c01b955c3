package sightline.app.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import sightline.domain.assessment.FrameScore;
import sightline.domain.incident.Incident;
import sightline.domain.incident.IncidentState;
import sightline.domain.privacy.Directive;
import sightline.wire.Directives;
import sightline.wire.FrameScores;
import sightline.wire.Incidents;
import sightline.wire.Rejections;
import sightline.wire.Topics;
import sightline.wire.UnreadableRecord;
import sightline.wire.WireFormat;

/**
 * A read_committed consumer of its own that counts what went out, from the first record on: it sees what any reader sees,
 * and nothing of the job's own counters.
 */
final class Watch implements AutoCloseable {
  private static final List<String> WATCHED = List.of(
      Topics.REDACTIONS,
      Topics.REDACTIONS_PROVISIONAL,
      Topics.REJECTED,
      Topics.FRAME_SCORES,
      Topics.SESSIONS,
      Topics.INCIDENTS,
      Topics.ALERTS);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Fleet fleet;
  private final Counts counts = new Counts();
  private final Waits waits = new Waits(new Delays(), new Delays());
  private final Set<String> decided = new HashSet<>();
  private long startedAt = Long.MAX_VALUE;

  /** What was seen so far. Reasons and dispositions by their names. */
  static final class Counts {
    final Map<String, Long> dispositions = new TreeMap<>();
    final Map<String, Long> withheld = new TreeMap<>();
    final Map<String, Long> rejected = new TreeMap<>();
    final Map<String, Long> visitors = new TreeMap<>();
    final Map<String, Long> incidents = new TreeMap<>();
    final Map<String, Cohort> cohorts = new TreeMap<>();
    long twice;
    long sessions;
    long alerts;

    long finals() {
      return dispositions.values().stream().mapToLong(Long::longValue).sum();
    }

    long refused() {
      return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * From the broker's append time of a frame until its directive was read here: true of a reader that is there while it happens, and
   * of no other. Frames that were appended before the first final directive waited for the engine to start and are left out.
   */
  record Waits(Delays provisional, Delays finals) {}

  /** Frames of one device class and region. */
  static final class Cohort {
    long frames;
    long scored;
    double scoreSum;
  }

  Watch(String bootstrap, Fleet fleet) {
    this.fleet = fleet;
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    properties.setProperty("isolation.level", "read_committed");
    properties.setProperty("auto.offset.reset", "earliest");
    properties.setProperty("enable.auto.commit", "false");
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(
        WATCHED.stream().flatMap(topic -> partitions(topic).stream()).toList());
    consumer.seekToBeginning(consumer.assignment());
  }

  Counts counts() {
    return counts;
  }

  Waits waits() {
    return waits;
  }

  /** Reads what has come, waiting no longer than this for the first of it. */
  void poll(Duration patience) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
      try {
        count(record);
      } catch (UnreadableRecord e) {
        throw new IllegalStateException("the engine wrote a record that does not read", e);
      }
    }
  }

  /** How many frame records the broker holds, by its own end offsets. */
  long framesInTopic() {
    return consumer.endOffsets(partitions(Topics.FRAMES)).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Whether every committed record of the watched topics has been read. */
  boolean atEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void count(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord {
    switch (record.topic()) {
      case Topics.REDACTIONS ->
        directive(Directives.fromAvro(WireFormat.DIRECTIVE.decode(record.value())));
      case Topics.REDACTIONS_PROVISIONAL ->
        delay(
            Directives.fromAvro(WireFormat.DIRECTIVE.decode(record.value())), waits.provisional());
      case Topics.FRAME_SCORES ->
        score(FrameScores.fromAvro(WireFormat.FRAME_SCORE.decode(record.value())));
      case Topics.REJECTED ->
        one(
            counts.rejected,
            Rejections.fromAvro(WireFormat.REJECTION.decode(record.value())).reason());
      case Topics.SESSIONS -> counts.sessions++;
      case Topics.INCIDENTS ->
        incident(Incidents.fromAvro(WireFormat.INCIDENT.decode(record.value())));
      case Topics.ALERTS -> counts.alerts++;
      default -> throw new IllegalStateException("not a watched topic: " + record.topic());
    }
  }

  private void directive(Directive directive) {
    if (!decided.add(directive.session() + "#" + directive.index())) {
      counts.twice++;
    }
    startedAt = Math.min(startedAt, System.currentTimeMillis());
    delay(directive, waits.finals());
    one(counts.dispositions, directive.disposition());
    directive.withheldBecause().forEach(reason -> one(counts.withheld, reason));
    if (fleet.hadVisitor(directive.session(), directive.index())) {
      one(counts.visitors, directive.disposition());
    }
  }

  private void delay(Directive directive, Delays delays) {
    Long appendedAt = directive.origin().appendedAtMillis();
    if (appendedAt != null && appendedAt > startedAt) {
      delays.add(System.currentTimeMillis() - appendedAt);
    }
  }

  private void incident(Incident incident) {
    if (incident.state() == IncidentState.OPENED) {
      one(counts.incidents, incident.kind());
    }
  }

  private void score(FrameScore score) {
    Cohort cohort = counts.cohorts.computeIfAbsent(
        score.deviceClass() + " / " + score.region(), name -> new Cohort());
    cohort.frames++;
    if (score.score().value().assessed()) {
      cohort.scored++;
      cohort.scoreSum += score.score().value().orThrow();
    }
  }

  private static void one(Map<String, Long> counts, Enum<?> name) {
    counts.merge(name.name(), 1L, Long::sum);
  }

  private List<TopicPartition> partitions(String topic) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (PartitionInfo partition : consumer.partitionsFor(topic)) {
      partitions.add(new TopicPartition(topic, partition.partition()));
    }
    return partitions;
  }
}
