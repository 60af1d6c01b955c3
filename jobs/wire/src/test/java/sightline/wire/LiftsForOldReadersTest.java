package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Lift;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.WithholdReason;

/** Whoever reads an override and knows nothing of lifts must not take one for leave to show the frame. */
class LiftsForOldReadersTest {
  private static final DirectiveOverride LIFTS = new DirectiveOverride(
      "s",
      4,
      2,
      Instant.EPOCH,
      OverrideCause.REVIEW,
      Disposition.RELEASE,
      List.of(),
      new Lift("ab".repeat(32), List.of(WithholdReason.REVIEW)));

  @Test
  void aReaderOfTheFirstSchemaSeesOneThatWithholds() throws Exception {
    List<Schema> published = PublishedSchemas.of("DirectiveOverride");
    byte[] value = WireFormat.DIRECTIVE_OVERRIDE.encode(DirectiveOverrides.toAvro(LIFTS));
    GenericRecord read = new SingleObjectDecoder<GenericRecord>(
            GenericData.get(), published.get(0), published)
        .decode(value);
    assertThat(read.get("disposition")).hasToString("WITHHOLD");
    assertThat(read.hasField("lift")).isFalse();
  }

  @Test
  void soDoesAReaderOfLines() throws Exception {
    ObjectNode line = (ObjectNode) new ObjectMapper().readTree(JsonLines.override(LIFTS));
    line.remove("lift");
    assertThat(DecisionLines.override(line.toString()).disposition())
        .isEqualTo(Disposition.WITHHOLD);
  }

  @Test
  void aLineThatLiftsReadsAsDocumented() {
    assertThat(JsonLines.override(LIFTS))
        .isEqualTo("{\"session\":\"s\",\"frame\":4,\"revision\":2,"
            + "\"effectiveAt\":\"1970-01-01T00:00:00.000Z\",\"cause\":\"REVIEW\","
            + "\"disposition\":\"WITHHOLD\",\"regions\":[],\"lift\":{\"disposition\":\"RELEASE\","
            + "\"sha256\":\"%s\",\"reasons\":[\"REVIEW\"]}}".formatted("ab".repeat(32)));
  }

  @Test
  void aLiftOfWhatNoReviewLiftsCannotBeRead() {
    String line = JsonLines.override(LIFTS);
    for (String broken : List.of(
        line.replace("[\"REVIEW\"]", "[\"CONSENT_MISSING\"]"),
        line.replace("[\"REVIEW\"]", "[\"REVIEW\",\"OVERRIDDEN\"]"),
        line.replace("[\"REVIEW\"]", "[\"OF_A_LATER_VERSION\"]"),
        line.replace("[\"REVIEW\"]", "[]"),
        line.replace("\"frame\":4", "\"frame\":null"),
        line.replace("ab", "xy"))) {
      assertThatThrownBy(() -> DecisionLines.override(broken))
          .as(broken)
          .isInstanceOf(UnreadableRecord.class);
    }
  }
}
