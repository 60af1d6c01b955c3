package sightline.pipeline.job;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import sightline.domain.assessment.FrameScore;
import sightline.domain.control.ControlRecord;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Origin;
import sightline.domain.frame.Rejection;
import sightline.domain.incident.Alert;
import sightline.domain.incident.Incident;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.session.SessionSummary;
import sightline.domain.verdict.SessionVerdict;
import sightline.wire.CloudEvents;
import sightline.wire.DirectiveOverrides;
import sightline.wire.Directives;
import sightline.wire.FrameScores;
import sightline.wire.Incidents;
import sightline.wire.PreflightVerdicts;
import sightline.wire.Rejections;
import sightline.wire.SessionFeedbacks;
import sightline.wire.SessionSummaries;
import sightline.wire.SessionVerdictRecords;
import sightline.wire.Topics;
import sightline.wire.WireFormat;

/** Kafka in and out: provisional directives at least once, everything else exactly once and visible at commit. */
public final class KafkaEnds implements Ends {
  private static final long WATERMARK_PERIOD_MILLIS = 200;
  /** Longer than any checkpoint, shorter than the broker's own limit of 15 minutes. */
  private static final String TRANSACTION_TIMEOUT_MILLIS = "600000";

  private final String bootstrap;
  private final String group;
  private final List<ControlRecord> known;
  private final int partitions;
  private final long silenceMillis;

  /**
   * @param group consumer group and prefix of the transactions: one a deployment
   * @param known what the topics that steer the job held before its start, see {@link ControlTopics#readToTheirEnd}
   * @param topic the checked input topic, see {@link FramesTopic#require}
   */
  public KafkaEnds(
      String bootstrap,
      String group,
      FramesTopic topic,
      List<ControlRecord> known,
      long silenceMillis) {
    this.known = List.copyOf(known);
    this.bootstrap = bootstrap;
    this.group = group;
    this.partitions = topic.partitions();
    this.silenceMillis = silenceMillis;
  }

  /**
   * Without a checkpoint to start from, the group's committed offsets count: what was waiting then has no final directive
   * and stays unreleasable, which is better than two final directives for one frame.
   */
  @Override
  @SuppressWarnings("deprecation") // the connector has no other way to say EARLIEST
  public DataStream<Incoming> frames(StreamExecutionEnvironment env) {
    env.getConfig().setAutoWatermarkInterval(WATERMARK_PERIOD_MILLIS);
    KafkaSource<Incoming> source = KafkaSource.<Incoming>builder()
        .setBootstrapServers(bootstrap)
        .setGroupId(group)
        .setTopics(Topics.FRAMES)
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .setDeserializer(new Unopened())
        .setProperties(fairFetches())
        .build();
    // A reader without a partition would hold the watermark back for ever.
    return env.fromSource(source, byAppendTime(), "frames")
        .uid("source-frames")
        .setParallelism(Math.min(env.getParallelism(), partitions));
  }

  /** From the beginning at every start: compacted topics are small, and what they say must not be missed. */
  @Override
  public DataStream<Incoming> controls(StreamExecutionEnvironment env) {
    KafkaSource<Incoming> source = KafkaSource.<Incoming>builder()
        .setBootstrapServers(bootstrap)
        .setGroupId(group)
        .setTopics(Topics.controls())
        .setProperty("isolation.level", "read_committed")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new Unopened())
        .build();
    return env.fromSource(source, leavingTimeToTheFrames(), "controls")
        .uid("source-controls")
        .setParallelism(1);
  }

  private static WatermarkStrategy<Incoming> leavingTimeToTheFrames() {
    return WatermarkStrategy.forGenerator(unused -> new NeverLate());
  }

  /** From where the group was: a review that is read twice says the same twice, which does no harm. */
  @Override
  @SuppressWarnings("deprecation") // the connector has no other way to say EARLIEST
  public DataStream<Incoming> reviews(StreamExecutionEnvironment env) {
    KafkaSource<Incoming> source = KafkaSource.<Incoming>builder()
        .setBootstrapServers(bootstrap)
        .setGroupId(group)
        .setTopics(Topics.REVIEWS)
        .setProperty("isolation.level", "read_committed")
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .setDeserializer(new Unopened())
        .build();
    return env.fromSource(source, leavingTimeToTheFrames(), "reviews")
        .uid("source-reviews")
        .setParallelism(1);
  }

  /** From where the group was: an assignment's book knows what it read. */
  @Override
  @SuppressWarnings("deprecation") // the connector has no other way to say EARLIEST
  public DataStream<Incoming> lifecycle(StreamExecutionEnvironment env) {
    KafkaSource<Incoming> source = KafkaSource.<Incoming>builder()
        .setBootstrapServers(bootstrap)
        .setGroupId(group)
        .setTopics(Topics.LIFECYCLE)
        .setProperty("isolation.level", "read_committed")
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .setDeserializer(new Unopened())
        .build();
    return env.fromSource(source, byAppendTime(), "lifecycle")
        .uid("source-lifecycle")
        .setParallelism(1);
  }

  private WatermarkStrategy<Incoming> byAppendTime() {
    return WatermarkStrategy.forGenerator(new AppendTimeWatermarks.Supplier(
            silenceMillis, WATERMARK_PERIOD_MILLIS, System::currentTimeMillis))
        .withTimestampAssigner((record, kafkaTimestamp) -> kafkaTimestamp);
  }

  @Override
  public List<ControlRecord> knownControls() {
    return known;
  }

  @Override
  public void publishOverrides(DataStream<DirectiveOverride> overrides) {
    exactlyOnce(
        overrides,
        Topics.OVERRIDES,
        WireFormat.DIRECTIVE_OVERRIDE,
        DirectiveOverrides::toAvro,
        DirectiveOverride::session);
  }

  @Override
  public void publishProvisional(DataStream<Directive> provisional) {
    sink(
        provisional,
        Topics.REDACTIONS_PROVISIONAL,
        DeliveryGuarantee.AT_LEAST_ONCE,
        WireFormat.DIRECTIVE,
        Directives::toAvro,
        Directive::session);
  }

  @Override
  public void publishDirectives(DataStream<Directive> directives) {
    exactlyOnce(
        directives,
        Topics.REDACTIONS,
        WireFormat.DIRECTIVE,
        Directives::toAvro,
        Directive::session);
  }

  @Override
  public void publishScores(DataStream<FrameScore> scores) {
    exactlyOnce(
        scores,
        Topics.FRAME_SCORES,
        WireFormat.FRAME_SCORE,
        FrameScores::toAvro,
        FrameScore::session);
  }

  @Override
  public void publishSessions(DataStream<SessionSummary> sessions) {
    exactlyOnce(
        sessions,
        Topics.SESSIONS,
        WireFormat.SESSION_SUMMARY,
        SessionSummaries::toAvro,
        SessionSummary::session);
  }

  @Override
  public void publishIncidents(DataStream<Incident> incidents) {
    exactlyOnce(
        incidents, Topics.INCIDENTS, WireFormat.INCIDENT, Incidents::toAvro, Incident::session);
  }

  @Override
  public void publishAlerts(DataStream<Alert> alerts) {
    sink(
        alerts,
        Topics.ALERTS,
        DeliveryGuarantee.EXACTLY_ONCE,
        (alert, context, timestamp) -> new ProducerRecord<>(
            Topics.ALERTS,
            null,
            alert.id().getBytes(StandardCharsets.UTF_8),
            CloudEvents.alert(alert).getBytes(StandardCharsets.UTF_8),
            List.of(new RecordHeader(
                "content-type", CloudEvents.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8)))));
  }

  @Override
  public void publishVerdicts(DataStream<SessionVerdict> verdicts) {
    sink(
        verdicts,
        Topics.VERDICTS,
        DeliveryGuarantee.EXACTLY_ONCE,
        WireFormat.SESSION_VERDICT,
        SessionVerdictRecords::toAvro,
        SessionVerdict::session);
  }

  @Override
  public void publishFeedback(
      DataStream<PreflightVerdict> clips, DataStream<SessionFeedback> sessions) {
    exactlyOnce(
        clips,
        Topics.FEEDBACK,
        WireFormat.PREFLIGHT_VERDICT,
        PreflightVerdicts::toAvro,
        PreflightVerdict::session);
    sink(
        sessions,
        "session-feedback",
        DeliveryGuarantee.EXACTLY_ONCE,
        (value, context, timestamp) -> new ProducerRecord<>(
            Topics.FEEDBACK,
            value.session().getBytes(StandardCharsets.UTF_8),
            WireFormat.SESSION_FEEDBACK.encode(SessionFeedbacks.toAvro(value))));
  }

  @Override
  public void publishRejected(DataStream<Rejection> rejected) {
    exactlyOnce(
        rejected,
        Topics.REJECTED,
        WireFormat.REJECTION,
        Rejections::toAvro,
        rejection -> rejection.origin().topic() + "/" + rejection.origin().partition());
  }

  private <T, A extends SpecificRecordBase> void exactlyOnce(
      DataStream<T> stream,
      String topic,
      WireFormat<A> format,
      Mapped<T, A> toAvro,
      Mapped<T, String> key) {
    sink(stream, topic, DeliveryGuarantee.EXACTLY_ONCE, format, toAvro, key);
  }

  private <T, A extends SpecificRecordBase> void sink(
      DataStream<T> stream,
      String topic,
      DeliveryGuarantee guarantee,
      WireFormat<A> format,
      Mapped<T, A> toAvro,
      Mapped<T, String> key) {
    sink(
        stream,
        topic,
        guarantee,
        (value, context, timestamp) -> new ProducerRecord<>(
            topic,
            key.apply(value).getBytes(StandardCharsets.UTF_8),
            format.encode(toAvro.apply(value))));
  }

  /**
   * @param name of this sink: its topic, or another where several write to one
   */
  private <T> void sink(
      DataStream<T> stream,
      String name,
      DeliveryGuarantee guarantee,
      KafkaRecordSerializationSchema<T> schema) {
    Properties properties = new Properties();
    properties.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MILLIS);
    stream
        .sinkTo(KafkaSink.<T>builder()
            .setBootstrapServers(bootstrap)
            .setDeliveryGuarantee(guarantee)
            .setTransactionalIdPrefix(group + "-" + name)
            .setKafkaProducerConfig(properties)
            .setRecordSerializer(schema)
            .build())
        .name(name)
        .uid("sink-" + name);
  }

  /**
   * Small bites from each partition in turn. A partition whose records lay unread behind another's large batch would look
   * idle, and its watermark would run ahead of them. A record larger than the limit is still fetched whole (KIP-74).
   */
  private static Properties fairFetches() {
    Properties properties = new Properties();
    properties.setProperty("max.partition.fetch.bytes", "524288");
    properties.setProperty("max.poll.records", "16");
    return properties;
  }

  /** Leaves time to the frames: a topic in which nothing happens for a year must not stop it for a second. */
  private static final class NeverLate implements WatermarkGenerator<Incoming> {
    @Override
    public void onEvent(Incoming control, long appendedAt, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }
  }

  /** A function that travels with the job. */
  private interface Mapped<T, R> extends Function<T, R>, java.io.Serializable {}

  /** Hands records on as they are: what cannot be read must be counted in ingest, not break the source. */
  private static final class Unopened implements KafkaRecordDeserializationSchema<Incoming> {
    private static final byte[] TOMBSTONE = {};

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Incoming> out) {
      Origin origin =
          new Origin(record.topic(), record.partition(), record.offset(), record.timestamp());
      out.collect(new Incoming(origin, record.value() == null ? TOMBSTONE : record.value()));
    }

    @Override
    public TypeInformation<Incoming> getProducedType() {
      return TypeInformation.of(Incoming.class);
    }
  }
}
