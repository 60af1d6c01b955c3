package sightline.domain.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightline.domain.control.SpecsInForce;
import sightline.domain.framing.FramingSpec;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.quality.FeedbackCode;
import sightline.domain.review.SessionDecision;
import sightline.domain.review.SessionRuling;
import sightline.domain.task.TaskSpec;

class CaseFileTest {
  private static final JudgeSession JUDGE = JudgeSession.under(
      TaskSpec.of("cup", SpecsInForce.NONE, FramingSpec.household(), Instant.EPOCH),
      VerdictRules.USUAL);

  private CaseFile file = CaseFile.EMPTY;

  private @Nullable SessionVerdict hears(CaseEntry entry) {
    file = file.with(entry);
    SessionVerdict verdict = file.revised(JUDGE);
    if (verdict != null) {
      file = file.gave(verdict);
    }
    return verdict;
  }

  private static CaseEntry covered(int frames) {
    SessionEvidence evidence = SessionEvidence.of(Moments.at(0).moment());
    for (int index = 0; index < frames; index++) {
      evidence = evidence.and(
          Moments.at(100L * index).advised(FeedbackCode.LENS_COVERED, null).moment(),
          VerdictRules.USUAL);
    }
    return CaseEntry.of(evidence);
  }

  private static CaseEntry accepts(int revision) {
    return CaseEntry.of(new SessionDecision(
        "s",
        SessionRuling.ACCEPT,
        null,
        revision,
        Instant.ofEpochSecond(revision),
        7,
        List.of(),
        null,
        "st-" + revision));
  }

  private static CaseEntry override(@Nullable Integer index, OverrideCause cause) {
    return CaseEntry.of(new DirectiveOverride(
        "s", index, 2, Instant.EPOCH, cause, Disposition.WITHHOLD, List.of()));
  }

  @Test
  void theSameEvidenceTwiceSaysNothingNew() {
    assertThat(hears(covered(20))).isNotNull();
    assertThat(hears(covered(20))).isNull();
  }

  @Test
  void aDecisionThatCameBeforeTheEvidenceCountsOnceItIsThere() {
    assertThat(hears(accepts(1))).isNull();
    assertThat(hears(covered(20)))
        .extracting(SessionVerdict::verdict, SessionVerdict::revision)
        .containsExactly(Verdict.ACCEPT, 1);
  }

  @Test
  void whoAcceptedLessOfTheSessionDidNotAcceptWhatCameLater() {
    hears(covered(20));
    assertThat(hears(accepts(1)))
        .extracting(SessionVerdict::verdict, SessionVerdict::revision)
        .containsExactly(Verdict.ACCEPT, 2);
    assertThat(hears(covered(40)))
        .extracting(SessionVerdict::verdict, SessionVerdict::decidedBy, SessionVerdict::revision)
        .containsExactly(Verdict.REJECT, DecidedBy.ENGINE, 3);
    assertThat(hears(accepts(2))).as("about what was before").isNull();
    assertThat(hears(accepts(3)))
        .extracting(SessionVerdict::verdict, SessionVerdict::revision)
        .containsExactly(Verdict.ACCEPT, 4);
  }

  @Test
  void whatWithholdsTheWholeSessionWithholdsItsVerdictWhateverIsHeardAfterwards() {
    for (OverrideCause cause : OverrideCause.values()) {
      file = CaseFile.EMPTY;
      hears(covered(20));
      assertThat(hears(override(null, cause)))
          .as("%s", cause)
          .extracting(SessionVerdict::verdict)
          .isEqualTo(Verdict.WITHHOLD);
      assertThat(hears(accepts(2))).as("nobody's word lets it go").isNull();
      assertThat(hears(covered(40)))
          .extracting(SessionVerdict::verdict)
          .isEqualTo(Verdict.WITHHOLD);
    }
  }

  @Test
  void anOverrideOfOneFrameIsNoWordAboutTheSession() {
    hears(covered(20));
    assertThat(hears(override(3, OverrideCause.REVOCATION))).isNull();
  }

  @Test
  void consentTakenBackIsTheReasonWhateverElseWithheldTheSession() {
    hears(covered(20));
    hears(override(null, OverrideCause.REVOCATION));
    hears(override(null, OverrideCause.CONTROL_RECORD));
    assertThat(hears(covered(40)))
        .satisfies(verdict ->
            assertThat(verdict.reasons().get(0).code()).isEqualTo(ReasonCode.CONSENT_REVOKED));
  }
}
