package sightline.pipeline.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import sightline.domain.control.ControlRecord;
import sightline.wire.ControlRecords;
import sightline.wire.Topics;
import sightline.wire.UnreadableRecord;

/**
 * The topics that steer the job, read to their end before it starts: a frame that is read first must not go out because a
 * revocation was read second.
 */
public final class ControlTopics {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(200);

  private ControlTopics() {}

  /**
   * What cannot be read is left out here; the job reads it again and counts it.
   *
   * @throws IllegalStateException with the mend, where a topic is missing or does not come to its end
   */
  public static List<ControlRecord> readToTheirEnd(String bootstrap) {
    List<ControlRecord> known = new ArrayList<>();
    readToTheirEnd(bootstrap, Topics.controls(), record -> add(record, known));
    return known;
  }

  /**
   * Every record that has a value.
   *
   * @throws IllegalStateException with the mend, where a topic is missing or does not come to its end
   */
  static void readToTheirEnd(
      String bootstrap, List<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    readToTheirEnd(bootstrap, topics, PATIENCE, each);
  }

  /**
   * Every record that has a value, from the oldest that the broker keeps up to the end as it is now.
   *
   * @param patience for all of it
   * @throws IllegalStateException with the mend, where a topic is missing or does not come to its end in time
   */
  public static void readToTheirEnd(
      String bootstrap,
      List<String> topics,
      Duration patience,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap)) {
      List<TopicPartition> partitions = partitions(consumer, topics);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      read(consumer, consumer.endOffsets(partitions), patience, each);
    }
  }

  /**
   * A sink that misses its topic fails the job with the first record, and all that it does besides.
   *
   * @throws IllegalStateException with the mend, where a topic is missing
   */
  static void require(String bootstrap, List<String> topics) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap)) {
      partitions(consumer, topics);
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    properties.setProperty("default.api.timeout.ms", "10000");
    properties.setProperty("isolation.level", "read_committed");
    properties.setProperty("enable.auto.commit", "false");
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, List<String> wanted) {
    Map<String, List<PartitionInfo>> topics = consumer.listTopics();
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : wanted) {
      List<PartitionInfo> found = topics.get(topic);
      if (found == null) {
        throw new IllegalStateException("topic %s is missing: kafka-topics --create --topic %s%s"
            .formatted(
                topic,
                topic,
                Topics.controls().contains(topic) ? " --config cleanup.policy=compact" : ""));
      }
      found.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
    }
    return partitions;
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Duration patience,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Set<TopicPartition> open = new HashSet<>(ends.keySet());
    long started = System.nanoTime();
    open.removeIf(partition -> atEnd(consumer, partition, ends));
    while (!open.isEmpty()) {
      if (System.nanoTime() - started > patience.toNanos()) {
        throw new IllegalStateException(
            "%s did not come to their end within %s s: is the broker well?"
                .formatted(open, patience.toSeconds()));
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.value() != null) {
          each.accept(record);
        }
      }
      open.removeIf(partition -> atEnd(consumer, partition, ends));
    }
  }

  private static boolean atEnd(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition partition,
      Map<TopicPartition, Long> ends) {
    return consumer.position(partition) >= ends.getOrDefault(partition, 0L);
  }

  private static void add(ConsumerRecord<byte[], byte[]> record, List<ControlRecord> known) {
    try {
      known.add(ControlRecords.read(record.topic(), record.value()));
    } catch (UnreadableRecord counted) {
      // by the job itself, when it reads it again
    }
  }
}
