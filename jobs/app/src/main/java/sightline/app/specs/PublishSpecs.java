package sightline.app.specs;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import sightline.domain.control.ControlRecord;
import sightline.domain.task.TaskSpec;
import sightline.pipeline.job.ControlTopics;
import sightline.wire.TaskSpecs;
import sightline.wire.Topics;
import sightline.wire.WireFormat;

/**
 * Writes specs of tasks to their topic, keyed by task and version. A version that is published stays as it is: frames were held
 * against it. Two who publish the same version at the same moment are not told apart.
 */
public final class PublishSpecs {
  private final String bootstrap;

  public PublishSpecs(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** What became of a spec. */
  public enum Outcome {
    PUBLISHED,
    /** The same was there. */
    ALREADY_THERE
  }

  /** One spec and what became of it. */
  public record Done(TaskSpec spec, Outcome outcome) {}

  /**
   * All of them, or none where one contradicts what is there.
   *
   * @throws IllegalStateException naming every version that is there with other content, a topic that is missing, or one that the broker
   *     did not take
   */
  public List<Done> publish(List<TaskSpec> given) {
    // as they are carried
    List<TaskSpec> specs = given.stream()
        .map(spec -> spec.from(spec.effectiveAt().truncatedTo(ChronoUnit.MILLIS)))
        .toList();
    Map<String, TaskSpec> there = new HashMap<>();
    for (ControlRecord record : ControlTopics.readToTheirEnd(bootstrap)) {
      TaskSpec spec = record.spec();
      if (spec != null) {
        there.put(spec.key(), spec);
      }
    }
    List<String> other = specs.stream()
        .filter(spec -> there.containsKey(spec.key()) && !spec.equals(there.get(spec.key())))
        .map(TaskSpec::key)
        .toList();
    if (!other.isEmpty()) {
      throw new IllegalStateException(
          "nothing was published: %s is there with other content; a published version stays as it is, so give the new one another version"
              .formatted(String.join(", ", other)));
    }
    List<Done> done = new ArrayList<>();
    List<TaskSpec> missing = new ArrayList<>();
    for (TaskSpec spec : specs) {
      boolean known = there.containsKey(spec.key());
      if (!known) {
        missing.add(spec);
      }
      done.add(new Done(spec, known ? Outcome.ALREADY_THERE : Outcome.PUBLISHED));
    }
    send(missing);
    return done;
  }

  /** In one transaction: the job reads committed records alone. */
  private void send(List<TaskSpec> specs) {
    if (specs.isEmpty()) {
      return;
    }
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      producer.initTransactions();
      producer.beginTransaction();
      try {
        for (TaskSpec spec : specs) {
          producer
              .send(new ProducerRecord<>(
                  Topics.TASK_SPECS,
                  spec.key().getBytes(StandardCharsets.UTF_8),
                  WireFormat.TASK_SPEC.encode(TaskSpecs.toAvro(spec))))
              .get();
        }
        producer.commitTransaction();
      } catch (ExecutionException e) {
        producer.abortTransaction();
        throw new IllegalStateException("nothing was published: " + e.getCause(), e);
      } catch (InterruptedException e) {
        producer.abortTransaction();
        Thread.currentThread().interrupt();
        throw new KafkaException("interrupted: nothing was published", e);
      }
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    properties.setProperty("transactional.id", "sightline-specs");
    properties.setProperty("delivery.timeout.ms", "30000");
    properties.setProperty("request.timeout.ms", "10000");
    properties.setProperty("max.block.ms", "15000");
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
