package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sightline.domain.incident.Alert;
import sightline.domain.incident.Incident;

class CloudEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> ATTRIBUTES =
      Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data");

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** CloudEvents 1.0.2, section "Context Attributes": what is required, and of which form. */
  @Test
  void everyAlertIsAValidCloudEvent() throws Exception {
    for (long seed = 0; seed < 500; seed++) {
      Incident incident = new RandomRecords(seed).incident();
      JsonNode event = JSON.readTree(CloudEvents.alert(Alert.of(incident)));
      assertThat(names(event)).isEqualTo(new TreeSet<>(ATTRIBUTES));
      assertThat(event.path("specversion").asText()).isEqualTo("1.0");
      assertThat(event.path("id").asText()).isNotEmpty();
      assertThat(event.path("source").asText()).isNotEmpty();
      assertThat(URI.create(event.path("source").asText())).isNotNull();
      assertThat(event.path("type").asText())
          .matches("sightline\\.incident\\.(opened|updated|closed)\\.v1");
      assertThat(OffsetDateTime.parse(event.path("time").asText()).toInstant())
          .isEqualTo(incident.to());
      assertThat(event.path("datacontenttype").asText()).isEqualTo("application/json");
      assertThat(event.path("data").isObject()).isTrue();
    }
  }

  @Test
  void anEventThatComesTwiceHasTheSameIdAndNoOtherHas() throws Exception {
    Incident opened = Incidents.fromAvro(plain("OPENED", 1));
    Incident closed = Incidents.fromAvro(plain("CLOSED", 2));
    String id = JSON.readTree(CloudEvents.alert(Alert.of(opened))).path("id").asText();
    assertThat(JSON.readTree(CloudEvents.alert(Alert.of(opened))).path("id").asText())
        .isEqualTo(id);
    assertThat(JSON.readTree(CloudEvents.alert(Alert.of(closed))).path("id").asText())
        .isNotEqualTo(id);
  }

  @Test
  void theDataHoldsWhatItTakesToRouteAndNothingOfWhoWasThere() throws Exception {
    String event = CloudEvents.alert(Alert.of(Incidents.fromAvro(plain("OPENED", 1))));
    assertThat(names(JSON.readTree(event).path("data")))
        .containsExactlyInAnyOrder(
            "incident",
            "revision",
            "kind",
            "severity",
            "count",
            "lastedMillis",
            "deviceClass",
            "region",
            "policy");
    assertThat(event.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("child", "mark", "nearest", "worker", "session-7f3a", "eu-west", "phone");
  }

  private static sightline.wire.avro.Incident plain(String state, int revision) {
    return sightline.wire.avro.Incident.newBuilder(Golden.incident())
        .clearKeyId()
        .clearCipher()
        .setState(state)
        .setRevision(revision)
        .build();
  }
}
