package sightline.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sightline.domain.quality.Control;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.Counterfactual;
import sightline.domain.verdict.DecidedBy;
import sightline.domain.verdict.Reason;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.SessionVerdict;
import sightline.domain.verdict.Span;
import sightline.domain.verdict.Verdict;

class FeedbackPlanTest {
  private static final Measure NONE = Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);

  private static Reason reason(ReasonCode code, @Nullable Edge edge, Span... spans) {
    return new Reason(code, Verdict.COACH, 0.5, NONE, NONE, "", List.of(spans), edge, null);
  }

  private static SessionVerdict verdict(
      Verdict verdict,
      DecidedBy by,
      List<Reason> reasons,
      List<Counterfactual> counterfactuals,
      Measure hands,
      long minutes) {
    return new SessionVerdict(
        "s",
        1,
        "dishes",
        null,
        "phone-mid",
        "ke-nairobi",
        "sw-KE",
        verdict,
        verdict,
        by,
        reasons,
        counterfactuals,
        Measure.of(0.7),
        hands,
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(60 * minutes),
        60_000 * minutes,
        "rules-1");
  }

  private static List<Note> notes(
      Verdict verdict, List<Reason> reasons, Counterfactual... counterfactuals) {
    return FeedbackPlan.notes(
        verdict(verdict, DecidedBy.ENGINE, reasons, List.of(counterfactuals), NONE, 3),
        FeedbackRules.DEFAULT);
  }

  private static List<String> codes(Note note) {
    return note.sayings().stream().map(Saying::code).toList();
  }

  @Test
  void saysWhereWhenAndByHowMuch() {
    Note advice = notes(
            Verdict.COACH,
            List.of(reason(
                ReasonCode.CAMERA_TILTED,
                Edge.LEFT,
                new Span(12_300, 39_200),
                new Span(65_000, 66_000))),
            new Counterfactual(
                ReasonCode.CAMERA_TILTED, Change.TILT_DOWN, Measure.of(9.6), "deg", Verdict.ACCEPT))
        .get(1);
    assertThat(codes(advice))
        .containsExactly(
            "reason.CAMERA_TILTED", "edge.LEFT", "when", "change.TILT_DOWN", "amount.DEGREES");
    assertThat(advice.sayings().get(2).arguments())
        .containsExactly(Argument.of("count", 2), Argument.of("times", "0:12–0:40, 1:05–1:06"));
    assertThat(advice.sayings().get(4).arguments()).containsExactly(Argument.of("count", 10));
    assertThat(advice.change()).isEqualTo(Change.TILT_DOWN);
  }

  @Test
  void namesTheThreeLongestTimesInTheirOrder() {
    Note advice = notes(
            Verdict.COACH,
            List.of(reason(
                ReasonCode.SHAKY,
                null,
                new Span(0, 9_000),
                new Span(20_000, 21_000),
                new Span(3_590_000, 3_601_000),
                new Span(4_000_000, 4_012_000))))
        .get(1);
    assertThat(advice.sayings().get(1).arguments().get(1).words())
        .isEqualTo("0:00–0:09, 59:50–1:00:01, 1:06:40–1:06:52");
  }

  @Test
  void whatWouldHaveTurnedTheVerdictComesFirstAndThreeAreEnough() {
    List<Note> notes = notes(
        Verdict.REJECT,
        List.of(
            reason(ReasonCode.SHAKY, null),
            reason(ReasonCode.TOO_FAR, null),
            reason(ReasonCode.TOO_FAR, null),
            reason(ReasonCode.TOO_SHORT, null),
            reason(ReasonCode.VOICE, null)),
        new Counterfactual(
            ReasonCode.TOO_SHORT, Change.RECORD_LONGER, Measure.of(12), "s", Verdict.COACH));
    assertThat(notes)
        .extracting(Note::kind)
        .containsExactly(
            NoteKind.VERDICT, NoteKind.ADVICE, NoteKind.ADVICE, NoteKind.ADVICE, NoteKind.APPEAL);
    assertThat(notes)
        .extracting(Note::reason)
        .containsExactly(null, ReasonCode.TOO_SHORT, ReasonCode.SHAKY, ReasonCode.TOO_FAR, null);
    assertThat(codes(notes.get(1))).contains("amount.SECONDS");
  }

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void everyReasonCanBeToldAndNobodyIsBlamedForConditions(ReasonCode code) {
    List<Note> notes = notes(Verdict.COACH, List.of(reason(code, Edge.BOTTOM)));
    assertThat(notes).hasSize(2);
    assertThat(codes(notes.get(1)).contains("structural"))
        .isEqualTo(code.control() == Control.STRUCTURAL);
  }

  @Test
  void whoTookConsentBackIsNeitherAskedForItNorSentToAnAppeal() {
    List<Note> notes = notes(
        Verdict.WITHHOLD,
        List.of(reason(ReasonCode.CONSENT_REVOKED, null)),
        new Counterfactual(
            ReasonCode.CONSENT_REVOKED, Change.GIVE_CONSENT, NONE, "", Verdict.ACCEPT));
    assertThat(notes).extracting(Note::kind).containsExactly(NoteKind.VERDICT, NoteKind.ADVICE);
    assertThat(notes.get(1).change()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPT, ENGINE, false",
    "COACH, ENGINE, false",
    "REVIEW, ENGINE, false",
    "REJECT, ENGINE, true",
    "REJECT, REVIEWER, true",
    "WITHHOLD, ENGINE, true",
    "REJECT, APPEAL, false"
  })
  void anAppealIsNamedWhereOneIsLeft(Verdict verdict, DecidedBy by, boolean named) {
    List<Note> notes = FeedbackPlan.notes(
        verdict(verdict, by, List.of(), List.of(), NONE, 3), FeedbackRules.DEFAULT);
    assertThat(notes.stream().anyMatch(note -> note.kind() == NoteKind.APPEAL)).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({"49, false", "50, true", "75, true"})
  void aRestIsSuggestedAfterFiftyRecordedMinutes(long minutes, boolean suggested) {
    List<Note> notes = FeedbackPlan.notes(
        verdict(Verdict.REVIEW, DecidedBy.ENGINE, List.of(), List.of(), NONE, minutes),
        FeedbackRules.DEFAULT);
    assertThat(notes.stream().anyMatch(note -> note.kind() == NoteKind.BREAK)).isEqualTo(suggested);
  }

  @Test
  void praisesOnlyWhatIsTrue() {
    Measure nearlyAlways = Measure.of(0.93);
    assertThat(FeedbackPlan.notes(
            verdict(Verdict.ACCEPT, DecidedBy.ENGINE, List.of(), List.of(), nearlyAlways, 3),
            FeedbackRules.DEFAULT))
        .extracting(note -> codes(note).get(0))
        .containsExactly("verdict.ACCEPT", "praise.NOTHING_TO_CHANGE", "praise.HANDS");
    assertThat(FeedbackPlan.notes(
            verdict(
                Verdict.COACH,
                DecidedBy.ENGINE,
                List.of(reason(ReasonCode.HANDS_CUT_OFF, Edge.LEFT)),
                List.of(),
                nearlyAlways,
                3),
            FeedbackRules.DEFAULT))
        .extracting(Note::kind)
        .doesNotContain(NoteKind.PRAISE);
    assertThat(notes(Verdict.ACCEPT, List.of())).extracting(Note::kind).doesNotHaveDuplicates();
  }

  @Test
  void aSayingHasItsGapsFilledOrIsNone() {
    assertThatThrownBy(() -> Saying.of("when", Argument.of("count", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Saying.of("surprise")).isInstanceOf(IllegalArgumentException.class);
  }
}
