package sightline.pipeline.job;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Origin;
import sightline.domain.operations.OperationsReading;
import sightline.domain.privacy.DirectiveOverride;
import sightline.pipeline.redact.EarlierRuns;
import sightline.pipeline.redact.Instructions;
import sightline.pipeline.redact.Outgoing;
import sightline.pipeline.redact.Unread;
import sightline.wire.DirectiveOverrides;
import sightline.wire.OperationsReadings;
import sightline.wire.RedactedFrames;
import sightline.wire.Topics;
import sightline.wire.WireFormat;

/** Where the job that releases frames reads and writes in Kafka: committed records in, exactly once out. */
final class RedactEnds {
  /** A frame to 5 MB coded anew, and its envelope. */
  private static final String MOST_BYTES = "6291456";
  /** Longer than any checkpoint, shorter than the broker's own limit of 15 minutes. */
  private static final String TRANSACTION_TIMEOUT_MILLIS = "600000";

  private static final int PATIENCE_SECONDS = 20;

  private final String bootstrap;
  private final String group;
  private final long retentionMillis;

  /**
   * @param group consumer group and prefix of the transactions: one a deployment
   * @param retentionMillis of {@code frames-redacted}
   */
  RedactEnds(String bootstrap, String group, long retentionMillis) {
    this.bootstrap = bootstrap;
    this.group = group;
    this.retentionMillis = retentionMillis;
  }

  /** Overrides and revocations of sessions that are there now: a directive that is read first must not go out because they were read second. */
  List<DirectiveOverride> known() {
    List<DirectiveOverride> known = new ArrayList<>();
    ControlTopics.readToTheirEnd(
        bootstrap, List.of(Topics.OVERRIDES, Topics.REVOCATIONS), record -> {
          DirectiveOverride override = Instructions.override(unread(record));
          if (override != null) {
            known.add(override);
          }
        });
    return known;
  }

  /** Directives, overrides and revocations. Time is the task's own clock, so nothing here makes watermarks. */
  DataStream<Unread> read(StreamExecutionEnvironment env) {
    KafkaSource<Unread> source = KafkaSource.<Unread>builder()
        .setBootstrapServers(bootstrap)
        .setGroupId(group)
        .setTopics(Instructions.topics())
        .setProperty("isolation.level", "read_committed")
        .setStartingOffsets(new FromWhatIsKept(since()))
        .setDeserializer(new Unopened())
        .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "directives and overrides")
        .uid("source-instructions");
  }

  EarlierRuns earlier() {
    return new EarlierRuns(committed(), System.currentTimeMillis() - retentionMillis);
  }

  /** Before then no directive was written whose frame may be out: a review may have let it go a day after. */
  private long since() {
    return System.currentTimeMillis() - retentionMillis - EarlierRuns.LIFTED_WITHIN.toMillis();
  }

  /** Where this group was in each partition of the directives; nothing before its first run. */
  private Map<Integer, Long> committed() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      Map<Integer, Long> committed = new HashMap<>();
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .forEach((partition, offset) -> {
            if (partition.topic().equals(Topics.REDACTIONS) && offset != null) {
              committed.put(partition.partition(), offset.offset());
            }
          });
      return committed;
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "where group %s was cannot be read at %s: is the broker running, and may this read groups?"
              .formatted(group, bootstrap),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** A frame and its tombstone have one key, and so one partition: consumers read them in order. */
  void publish(DataStream<Outgoing> released) {
    sink(
        released,
        Topics.FRAMES_REDACTED,
        (outgoing, context, timestamp) ->
            new ProducerRecord<>(Topics.FRAMES_REDACTED, bytes(outgoing.key()), value(outgoing)));
  }

  /** The job reads them back itself, with those of everybody else. */
  void publishOverrides(DataStream<DirectiveOverride> overrides) {
    sink(
        overrides,
        Topics.OVERRIDES,
        (override, context, timestamp) -> new ProducerRecord<>(
            Topics.OVERRIDES,
            bytes(override.session()),
            WireFormat.DIRECTIVE_OVERRIDE.encode(DirectiveOverrides.toAvro(override))));
  }

  void publishReadings(DataStream<OperationsReading> readings) {
    sink(
        readings,
        Topics.OPERATIONS,
        (reading, context, timestamp) -> new ProducerRecord<>(
            Topics.OPERATIONS,
            bytes(reading.key()),
            WireFormat.OPERATIONS_READING.encode(OperationsReadings.toAvro(reading))));
  }

  private <T> void sink(
      DataStream<T> stream, String topic, KafkaRecordSerializationSchema<T> schema) {
    Properties properties = new Properties();
    properties.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MILLIS);
    properties.put("max.request.size", MOST_BYTES);
    stream
        .sinkTo(KafkaSink.<T>builder()
            .setBootstrapServers(bootstrap)
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix(group + "-" + topic)
            .setKafkaProducerConfig(properties)
            .setRecordSerializer(schema)
            .build())
        .name(topic)
        .uid("sink-" + topic);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte @Nullable [] value(Outgoing outgoing) {
    var frame = outgoing.frame();
    return frame == null ? null : WireFormat.REDACTED_FRAME.encode(RedactedFrames.toAvro(frame));
  }

  private static Unread unread(ConsumerRecord<byte[], byte[]> record) {
    return new Unread(
        new Origin(record.topic(), record.partition(), record.offset(), record.timestamp()),
        record.key() == null ? new byte[0] : record.key(),
        record.value() == null ? new byte[0] : record.value());
  }

  private static final class Unopened implements KafkaRecordDeserializationSchema<Unread> {
    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Unread> out) {
      out.collect(unread(record));
    }

    @Override
    public TypeInformation<Unread> getProducedType() {
      return TypeInformation.of(Unread.class);
    }
  }

  /**
   * Where a start without a checkpoint begins: overrides and revocations from their beginning, directives from where the group was, but
   * at the latest from before anything that is out. What went out within the retention goes out once more, the same under the same key, or
   * else no override would find it to take it back; what is over by then {@link EarlierRuns} says.
   */
  @SuppressWarnings("deprecation") // the connector has no other way to say EARLIEST
  private record FromWhatIsKept(long oldest) implements OffsetsInitializer {
    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
        Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
      Map<TopicPartition, Long> from = new HashMap<>(retriever.beginningOffsets(partitions));
      List<TopicPartition> directives = partitions.stream()
          .filter(partition -> partition.topic().equals(Topics.REDACTIONS))
          .toList();
      Map<TopicPartition, Long> since = new HashMap<>();
      directives.forEach(partition -> since.put(partition, oldest));
      Map<TopicPartition, OffsetAndTimestamp> kept = retriever.offsetsForTimes(since);
      retriever.committedOffsets(directives).forEach((partition, committed) -> {
        OffsetAndTimestamp first = kept.get(partition);
        from.put(partition, first == null ? committed : Math.min(committed, first.offset()));
      });
      return from;
    }

    @Override
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
      return OffsetResetStrategy.EARLIEST;
    }
  }
}
