package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.leak.PassQuality;

class SecondPassQualitiesTest {
  private static final SecondPassQualities.Measured MEASURED = new SecondPassQualities.Measured(
      "face/test-1 verification/test-1",
      0.5,
      new PassQuality(120, 30, 900, 9),
      List.of("composites/faces", "composites/walks"),
      "scripts/evaluate --second-pass");

  @Test
  void whatWasWrittenIsRead() {
    assertThat(SecondPassQualities.read(SecondPassQualities.write(MEASURED))).isEqualTo(MEASURED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pass",
        "confidence",
        "leaks",
        "missed",
        "clean",
        "falseFinds",
        "sets",
        "command",
        "format"
      })
  void aFieldThatIsMissingIsNotGuessed(String field) {
    String without =
        SecondPassQualities.write(MEASURED).replace("\"%s\"".formatted(field), "\"other\"");

    assertThatThrownBy(() -> SecondPassQualities.read(without))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFieldOfALaterVersionIsNotLeftOut() {
    String more = SecondPassQualities.write(MEASURED).replaceFirst("\\{", "{\"tilt\": 1, ");

    assertThatThrownBy(() -> SecondPassQualities.read(more)).hasMessageContaining("'tilt'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "quality", "{}", "{\"format\": 2}", "null"})
  void whatIsNoQualityIsRefused(String text) {
    assertThatThrownBy(() -> SecondPassQualities.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("second pass");
  }

  @Test
  void countsThatContradictEachOtherAreRefused() {
    String more = SecondPassQualities.write(MEASURED).replace(": 30", ": 121");

    assertThatThrownBy(() -> SecondPassQualities.read(more)).hasMessageContaining("121 of 120");
    assertThatThrownBy(() ->
            SecondPassQualities.read(SecondPassQualities.write(MEASURED).replace(": 30", ": 3.5")))
        .hasMessageContaining("'missed'");
    assertThatThrownBy(() -> SecondPassQualities.read(SecondPassQualities.write(MEASURED) + "{}"))
        .hasMessageContaining("JSON");
  }
}
