package sightline.pipeline.job;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import sightline.wire.Topics;

/** The input topic as the broker describes it. */
public record FramesTopic(int partitions) {
  private static final String TIMESTAMP_TYPE = "message.timestamp.type";
  private static final int PATIENCE_SECONDS = 10;

  /**
   * Refuses a topic whose timestamps the senders write: every rule of time leans on the broker's own clock.
   *
   * @throws IllegalStateException with the mend, where the topic is missing, is not LogAppendTime, or no broker answers
   */
  public static FramesTopic require(String bootstrap) {
    return new FramesTopic(partitionsOf(Topics.FRAMES, bootstrap));
  }

  /**
   * The same of a topic whose records count only for a while: who writes the time himself makes what is over count.
   *
   * @throws IllegalStateException as {@link #require(String)} does
   */
  static void requireAppendTime(String topic, String bootstrap) {
    partitionsOf(topic, bootstrap);
  }

  private static int partitionsOf(String name, String bootstrap) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
    try (Admin admin = Admin.create(Map.of(
        "bootstrap.servers",
        bootstrap,
        "request.timeout.ms",
        "5000",
        "default.api.timeout.ms",
        "8000"))) {
      TopicDescription topic = Objects.requireNonNull(admin
          .describeTopics(List.of(name))
          .allTopicNames()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .get(name));
      Config config = admin
          .describeConfigs(List.of(resource))
          .all()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .get(resource);
      if (config == null || !"LogAppendTime".equals(config.get(TIMESTAMP_TYPE).value())) {
        throw new IllegalStateException(
            "topic %s must use the broker's clock: kafka-configs --alter --entity-type topics --entity-name %s --add-config message.timestamp.type=LogAppendTime"
                .formatted(name, name));
      }
      return topic.partitions().size();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "topic %s cannot be read at %s: %s".formatted(name, bootstrap, e.getCause()), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "no broker answers at %s: is it running, and is the address right?".formatted(bootstrap),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
