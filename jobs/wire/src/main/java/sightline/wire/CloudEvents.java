package sightline.wire;

import static sightline.wire.JsonParts.lowerCase;
import static sightline.wire.JsonParts.time;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sightline.domain.incident.Alert;

/**
 * Alerts as CloudEvents 1.0 in the JSON format, structured mode: the value holds the whole event, and the Kafka header
 * content-type says so (CloudEvents Kafka protocol binding 1.0, section 3.3).
 *
 * <p>The type is versioned by its last part: what a receiver of v1 reads stays as it is, and a change that breaks it is a v2.
 */
public final class CloudEvents {
  /** Value of the Kafka header {@code content-type}. */
  public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  private static final String SOURCE = "/sightline/incidents";

  private CloudEvents() {}

  /**
   * An event {@code sightline.incident.opened.v1}, {@code .updated.v1} or {@code .closed.v1}; its id is that of the incident with
   * its revision, so that an event which comes twice is known for the same. The time is the device's clock.
   */
  public static String alert(Alert alert) {
    ObjectNode event = JsonNodeFactory.instance
        .objectNode()
        .put("specversion", "1.0")
        .put("id", "%s-%s".formatted(alert.id(), alert.revision()))
        .put("source", SOURCE)
        .put("type", "sightline.incident.%s.v1".formatted(lowerCase(alert.state())))
        .put("subject", alert.id())
        .put("time", time(alert.at()))
        .put("datacontenttype", "application/json");
    event
        .putObject("data")
        .put("incident", alert.id())
        .put("revision", alert.revision())
        .put("kind", alert.kind().name())
        .put("severity", alert.severity().name())
        .put("count", alert.count())
        .put("lastedMillis", alert.lastedMillis())
        .put("deviceClass", alert.deviceClass())
        .put("region", alert.region())
        .put("policy", alert.policy());
    return event.toString();
  }
}
