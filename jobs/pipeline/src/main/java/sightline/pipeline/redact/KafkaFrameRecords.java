package sightline.pipeline.redact;

import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import sightline.domain.frame.Origin;
import sightline.domain.redaction.Unreleased;

/** Reads single records of Kafka by their place. It commits nothing and belongs to no group. */
final class KafkaFrameRecords implements FrameRecords {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;

  KafkaFrameRecords(String bootstrap) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    properties.setProperty("default.api.timeout.ms", String.valueOf(PATIENCE.toMillis()));
    properties.setProperty("enable.auto.commit", "false");
    // Another frame than the one asked for is never the answer.
    properties.setProperty("auto.offset.reset", "none");
    // One frame at a time; one larger than the limit is still fetched whole (KIP-74).
    properties.setProperty("max.poll.records", "1");
    properties.setProperty("max.partition.fetch.bytes", "65536");
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public byte[] at(Origin origin) throws Unreleasable {
    TopicPartition partition = new TopicPartition(origin.topic(), origin.partition());
    try {
      if (!consumer.assignment().equals(Set.of(partition))) {
        consumer.assign(Set.of(partition));
      }
      consumer.seek(partition, origin.offset());
      long started = System.nanoTime();
      while (System.nanoTime() - started < PATIENCE.toNanos()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (record.offset() != origin.offset() || record.value() == null) {
            throw new Unreleasable(Unreleased.RECORD_GONE);
          }
          return record.value();
        }
      }
    } catch (OffsetOutOfRangeException gone) {
      throw new Unreleasable(Unreleased.RECORD_GONE);
    } catch (InterruptException stopped) {
      throw stopped;
    } catch (KafkaException down) {
      throw new Unreleasable(Unreleased.UNAVAILABLE);
    }
    throw new Unreleasable(Unreleased.UNAVAILABLE);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
