package sightline.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.feedback.FeedbackRules;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Measure;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.Counterfactual;
import sightline.domain.verdict.DecidedBy;
import sightline.domain.verdict.Reason;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.SessionVerdict;
import sightline.domain.verdict.Span;
import sightline.domain.verdict.Verdict;
import sightline.wire.FeedbackLines;
import sightline.wire.VerdictLines;
import sightline.words.Catalogue;

/** With {@code -Dsightline.pages=DIR} the page of every language is left in that folder, to be looked at. */
class WorkerRecordTest {
  @TempDir
  private Path folder;

  private static Reason reason(ReasonCode code, @Nullable Edge edge, Span... spans) {
    return new Reason(
        code,
        code == ReasonCode.TOO_DARK ? Verdict.COACH : Verdict.REJECT,
        0.5,
        Measure.of(0.4),
        Measure.of(0.8),
        "share",
        List.of(spans),
        edge,
        code == ReasonCode.OBJECT_NOT_SEEN ? "<cup>" : null);
  }

  private static SessionVerdict verdict(String session, int revision, String locale) {
    return new SessionVerdict(
        session,
        revision,
        "dishes",
        null,
        "phone-mid",
        "ke-nairobi",
        locale,
        Verdict.REJECT,
        Verdict.COACH,
        DecidedBy.ENGINE,
        null,
        List.of(
            reason(
                ReasonCode.HANDS_CUT_OFF,
                Edge.BOTTOM,
                new Span(12_000, 40_000),
                new Span(65_000, 70_000)),
            reason(ReasonCode.OBJECT_NOT_SEEN, null),
            reason(ReasonCode.TOO_DARK, null)),
        List.of(new Counterfactual(
            ReasonCode.HANDS_CUT_OFF, Change.TILT_DOWN, Measure.of(10), "deg", Verdict.COACH)),
        Measure.of(0.6),
        Measure.of(0.7),
        Instant.EPOCH,
        Instant.ofEpochSecond(3_300),
        3_300_000,
        "rules-1");
  }

  private static String feedback(String session, int revision, String locale) {
    return FeedbackLines.session(SessionFeedback.of(
        verdict(session, revision, locale), FeedbackRules.DEFAULT, Catalogue.open()));
  }

  private Path analysis(String locale) throws Exception {
    Files.writeString(folder.resolve("sessions.jsonl"), """
        {"session":"s-1","revision":1,"task":"dishes","firstCapturedAt":"2026-11-30T09:00:00.000Z","lastCapturedAt":"2026-11-30T09:10:00.000Z"}
        {"session":"s-1","revision":2,"task":"dishes","firstCapturedAt":"2026-11-30T09:00:00.000Z","lastCapturedAt":"2026-11-30T09:55:00.000Z"}
        {"session":"s-2","revision":1,"task":"dishes","firstCapturedAt":"2026-11-30T11:00:00.000Z","lastCapturedAt":"2026-11-30T11:05:00.000Z"}
        {"session":"other","revision":1,"task":"dishes","firstCapturedAt":"2026-11-30T09:00:00.000Z","lastCapturedAt":"2026-11-30T09:55:00.000Z"}
        """);
    Files.write(
        folder.resolve("verdicts.jsonl"),
        List.of(
            VerdictLines.verdict(verdict("s-1", 2, locale)),
            VerdictLines.verdict(verdict("s-1", 1, locale)),
            VerdictLines.verdict(verdict("other", 1, locale))));
    Files.write(
        folder.resolve("feedback.jsonl"),
        List.of(
            feedback("s-1", 2, locale),
            feedback("s-1", 1, locale),
            feedback("other", 1, locale),
            "{\"session\":\"s-1\",\"outcome\":\"GO\"}"));
    return folder;
  }

  private JsonNode json(WorkerRecord record) throws Exception {
    return new ObjectMapper().readTree(record.json());
  }

  @Test
  void holdsTheWorkersSessionsAndNobodyElses() throws Exception {
    JsonNode record =
        json(WorkerRecord.ofFiles("w-1", analysis("sw-KE"), Set.of("s-1", "s-2"), null));
    assertThat(record.path("sessions")).hasSize(2);
    JsonNode first = record.path("sessions").get(0);
    assertThat(first.path("session").asText()).isEqualTo("s-1");
    assertThat(first.path("summary").path("revision").asInt()).isEqualTo(2);
    assertThat(first.path("feedback").path("revision").asInt()).isEqualTo(2);
    assertThat(first.path("verdict").path("revision").asInt()).isEqualTo(2);
    assertThat(first.path("verdict").path("reasons").get(0).path("code").asText())
        .isEqualTo("HANDS_CUT_OFF");
    assertThat(first.path("testClips")).hasSize(1);
    assertThat(record.toString()).doesNotContain("other");
    assertThat(record.path("time").path("recordedSeconds").asLong()).isEqualTo(3_600);
  }

  @Test
  void whatIsNotKnownHasNoRecordAndIsNeverZero() throws Exception {
    JsonNode record =
        json(WorkerRecord.ofFiles("w-1", analysis("sw-KE"), Set.of("s-1", "s-2"), null));
    for (String part : List.of("pay", "appeals", "consent")) {
      assertThat(record.path(part).path("noRecord").asText()).as(part).isNotBlank();
    }
    assertThat(record.path("sessions").get(1).path("feedback").has("noRecord")).isTrue();
    assertThat(record.path("sessions").get(1).path("verdict").has("noRecord")).isTrue();
  }

  @Test
  void whoIsUnknownIsToldSo() throws Exception {
    Path analysis = analysis("sw-KE");
    assertThatThrownBy(() -> WorkerRecord.ofFiles("w-9", analysis, Set.of("s-9"), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing is known of the worker w-9");
    assertThatThrownBy(
            () -> WorkerRecord.ofFiles("w-1", analysis.resolve("no"), Set.of("s-1"), null))
        .hasMessageContaining("no sessions.jsonl");
  }

  @Test
  void thePageNeedsNothingFromElsewhereAndHasTheEnglishBesideEveryLanguage() throws Exception {
    String looked = System.getProperty("sightline.pages");
    for (String language : Catalogue.LANGUAGES) {
      WorkerRecord record =
          WorkerRecord.ofFiles("w-1", analysis(language), Set.of("s-1", "s-2"), null);
      String page = record.html();
      assertThat(page)
          .contains("<html lang=\"" + language + "\">", "0:12–0:40", "&lt;cup&gt;", "1:00:00")
          .doesNotContain("<script", "http:", "https:", "<link", "url(", "<cup>");
      assertThat(page.contains("class=\"en\"")).isEqualTo(!language.equals("en"));
      if (looked != null) {
        Files.createDirectories(Path.of(looked));
        Files.writeString(Path.of(looked, language + ".html"), page);
      }
    }
  }
}
