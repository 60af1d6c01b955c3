package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;

/** What {@link DecisionLines} reads is what {@link JsonLines} wrote, or it is refused. */
class DecisionsReadBackTest {
  private static final int RECORDS = 300;

  @Test
  void anOverrideReadsAsDocumented() {
    Region face = new Region(310, 88, 64, 80, RegionKind.FACE, RegionReason.FACE_DETECTED, 2, 0.91);
    DirectiveOverride override = new DirectiveOverride(
        "walkers/one-by-one.mp4",
        73,
        2,
        Instant.parse("2026-03-01T10:15:30Z"),
        OverrideCause.LEAK_FOUND,
        Disposition.REDACT,
        List.of(face));

    assertThat(JsonLines.override(override))
        .isEqualTo("{\"session\":\"walkers/one-by-one.mp4\",\"frame\":73,\"revision\":2,"
            + "\"effectiveAt\":\"2026-03-01T10:15:30.000Z\",\"cause\":\"LEAK_FOUND\","
            + "\"disposition\":\"REDACT\",\"regions\":[{\"x\":310,\"y\":88,\"w\":64,\"h\":80,"
            + "\"kind\":\"FACE\",\"reason\":\"FACE_DETECTED\",\"track\":2,\"confidence\":0.91}]}");
  }

  @Test
  void anOverrideWithoutAFrameIsAboutTheWholeSession() throws Exception {
    String line = "{\"session\":\"s\",\"revision\":2,\"effectiveAt\":\"2026-03-01T10:15:30Z\","
        + "\"cause\":\"REVOCATION\",\"disposition\":\"WITHHOLD\",\"regions\":[]}";

    assertThat(DecisionLines.override(line).index()).isNull();
    assertThat(DecisionLines.override(line.replace("\"revision\"", "\"frame\":null,\"revision\""))
            .index())
        .isNull();
  }

  @Test
  void whatWasWrittenIsReadBack() throws Exception {
    for (int seed = 0; seed < RECORDS; seed++) {
      String directive = JsonLines.directive(new RandomRecords(seed).directive());
      String override = JsonLines.override(new RandomRecords(seed).directiveOverride());

      assertThat(JsonLines.directive(DecisionLines.directive(directive)))
          .as("seed %s", seed)
          .isEqualTo(directive);
      assertThat(JsonLines.override(DecisionLines.override(override)))
          .as("seed %s", seed)
          .isEqualTo(override);
    }
  }

  @Test
  void aDirectiveWithoutOneOfItsKeysIsNoDirective() throws Exception {
    ObjectMapper json = new ObjectMapper();
    Directive directive = new RandomRecords(7).directive();
    ObjectNode whole = (ObjectNode) json.readTree(JsonLines.directive(directive));
    List<String> keys = new ArrayList<>();
    whole.fieldNames().forEachRemaining(keys::add);

    for (String key : keys) {
      String lacking = whole.deepCopy().without(key).toString();
      assertThatThrownBy(() -> DecisionLines.directive(lacking))
          .as(key)
          .isInstanceOf(UnreadableRecord.class);
    }
  }

  @Test
  void whatIsHalfWrittenOrOfAnotherVersionIsRefusedWithoutQuotingIt() {
    String line = JsonLines.directive(new RandomRecords(7).directive());

    for (String broken : List.of(
        "",
        "no json",
        "{\"session\":",
        line.substring(0, line.length() - 1),
        line + line,
        "[" + line + "]",
        line.replace("\"finality\":\"", "\"finality\":\"UN"),
        line.replace("\"frame\":", "\"frame\":1.5,\"was\":"),
        line.replaceFirst("\\{", "{\"disposition\":\"RELEASE\","))) {
      assertThatThrownBy(() -> DecisionLines.directive(broken))
          .as(broken)
          .isInstanceOf(UnreadableRecord.class)
          .hasMessageStartingWith("unreadable record: ");
    }
  }
}
