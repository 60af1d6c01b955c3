package sightline.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.evaluate.VerdictFigures.Rate;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.Counterfactual;
import sightline.domain.verdict.DecidedBy;
import sightline.domain.verdict.Reason;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.SessionVerdict;
import sightline.domain.verdict.Verdict;
import sightline.wire.VerdictLines;

class VerdictFiguresTest {
  private final List<JsonNode> labels = new ArrayList<>();
  private final List<JsonNode> verdicts = new ArrayList<>();

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private void spoilt(String file, String way, String first, String split) {
    labels.add(json(
        "{'file':'%s','clip':'tea','split':'%s','degraded':{'undone':'0.avi','way':'%s','first':'%s','alike':['HARSH_LIGHT'],'strength':1}}"
            .formatted(file, split, way, first)));
  }

  private void said(String session, int revision, String verdict, String reason) {
    verdicts.add(json(VerdictLines.verdict(new SessionVerdict(
        session,
        revision,
        "free",
        null,
        "unknown",
        "unknown",
        null,
        Verdict.valueOf(verdict),
        Verdict.ACCEPT,
        DecidedBy.ENGINE,
        null,
        List.of(reason(reason), reason("BLURRED")),
        List.of(new Counterfactual(
            ReasonCode.TOO_DARK,
            Change.LIGHT_ON,
            Measure.unassessed(Unassessed.NOTHING_TO_MEASURE),
            "",
            Verdict.ACCEPT)),
        Measure.of(0.5),
        Measure.of(1),
        Instant.EPOCH,
        Instant.EPOCH,
        0,
        "test"))));
  }

  private static Reason reason(String code) {
    return new Reason(
        ReasonCode.valueOf(code),
        Verdict.COACH,
        0.5,
        Measure.of(0.5),
        Measure.of(0.2),
        "share",
        List.of(),
        null,
        null);
  }

  private VerdictFigures figures() {
    return VerdictFigures.of(labels, verdicts, "report");
  }

  @Test
  void countsTheFirstReasonAloneAndAnotherNameOfTheSameFault() {
    spoilt("1.avi", "dark", "TOO_DARK", "report");
    spoilt("2.avi", "dark", "TOO_DARK", "report");
    spoilt("3.avi", "bright", "TOO_BRIGHT", "report");
    spoilt("4.avi", "bright", "TOO_BRIGHT", "report");
    spoilt("5.avi", "bright", "TOO_BRIGHT", "tune");
    said("1.avi", 1, "COACH", "TOO_DARK");
    said("2.avi", 1, "COACH", "SHAKY");
    said("3.avi", 1, "COACH", "HARSH_LIGHT");
    assertThat(figures().firstReasons())
        .containsEntry("dark", new Rate(1, 2))
        .containsEntry("bright", new Rate(1, 2))
        .containsEntry("all", new Rate(2, 4));
    assertThat(figures().misses())
        .extracting(one -> one.label().path("file").asText())
        .containsExactly("2.avi", "4.avi");
  }

  @Test
  void theHighestRevisionOfASessionCounts() {
    spoilt("1.avi", "dark", "TOO_DARK", "report");
    said("1.avi", 2, "COACH", "TOO_DARK");
    said("1.avi", 1, "COACH", "SHAKY");
    assertThat(figures().firstReasons()).containsEntry("all", new Rate(1, 1));
  }

  @Test
  void aVerdictIsTurnedOnlyWhereTheCleanClipGotAMilderOne() {
    spoilt("1.avi", "dark", "TOO_DARK", "report");
    spoilt("2.avi", "covered", "LENS_COVERED", "report");
    spoilt("3.avi", "tilted", "CAMERA_TILTED", "report");
    spoilt("4.avi", "noisy", "SENSOR_NOISE", "report");
    said("0.avi", 1, "COACH", "TOO_FAR");
    said("1.avi", 1, "COACH", "TOO_DARK");
    said("2.avi", 1, "REJECT", "LENS_COVERED");
    said("3.avi", 1, "ACCEPT", "CAMERA_TILTED");
    assertThat(figures().turned())
        .as("equal is not milder, ACCEPT has nothing to turn, no verdict is no success")
        .isEqualTo(new Rate(1, 3));
  }

  @Test
  void onlyWhatIsStructuralCountsAmongStructuralRejections() {
    spoilt("1.avi", "slow", "LOW_FRAME_RATE", "report");
    spoilt("2.avi", "noisy", "SENSOR_NOISE", "report");
    spoilt("3.avi", "covered", "LENS_COVERED", "report");
    said("1.avi", 1, "REJECT", "LOW_FRAME_RATE");
    said("2.avi", 1, "COACH", "SENSOR_NOISE");
    said("3.avi", 1, "REJECT", "LENS_COVERED");
    assertThat(figures().structuralRejected()).isEqualTo(new Rate(1, 2));
  }

  @Test
  void writesFiguresAndATableOfSessions(@TempDir Path out) throws Exception {
    spoilt("1.avi", "dark", "TOO_DARK", "report");
    said("1.avi", 1, "COACH", "TOO_DARK");
    figures().write(out);
    JsonNode written = json(Files.readString(out.resolve(VerdictFigures.FILE)));
    assertThat(written.path("firstReason").path("all").path("k").asInt()).isEqualTo(1);
    assertThat(written.path("firstReason").path("all").path("low").asDouble())
        .isEqualTo(Numbers.rounded(Interval.wilson(1, 1).low()));
    assertThat(written.path("structuralRejected").has("low")).isFalse();
    assertThat(Files.readString(out.resolve("verdicts.md")))
        .contains("| tea | dark | 1 |  | COACH | TOO_DARK, BLURRED | LIGHT_ON: ACCEPT |");
  }
}
