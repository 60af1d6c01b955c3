package sightline.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionDecisionsTest {
  private static SessionDecision said(
      SessionRuling ruling, long reviewer, long second, @Nullable String appealed, String id) {
    RulingReason reason = switch (ruling) {
      case REJECT, COACH -> RulingReason.SHAKEN;
      default -> null;
    };
    return new SessionDecision(
        "s", ruling, reason, 1, Instant.ofEpochSecond(second), reviewer, List.of(), appealed, id);
  }

  private static SessionDecision rating(SessionRuling ruling, long reviewer, long second) {
    return said(ruling, reviewer, second, null, reviewer + "@" + second);
  }

  private static SessionDecisions all(List<SessionDecision> said) {
    SessionDecisions decisions = SessionDecisions.NONE;
    for (SessionDecision decision : said) {
      decisions = decisions.plus(decision);
    }
    return decisions;
  }

  @Test
  void theLaterSignedWordOfAReviewerCountsHoweverTheyAreRead() {
    SessionDecision first = rating(SessionRuling.REJECT, 1, 10);
    SessionDecision second = rating(SessionRuling.ACCEPT, 1, 20);
    assertThat(all(List.of(first, second)).decisions()).containsExactly(second);
    assertThat(all(List.of(second, first)).decisions()).containsExactly(second);
  }

  @Test
  void aStatementThatIsReadTwiceCountsOnce() {
    SessionDecision word = rating(SessionRuling.REJECT, 1, 10);
    assertThat(all(List.of(word, word)).decisions()).containsExactly(word);
  }

  @Test
  void neitherOrderNorRepetitionMatters() {
    long seed = 20_261_130;
    List<SessionDecision> said = new ArrayList<>();
    for (int reviewer = 1; reviewer <= 4; reviewer++) {
      for (int second = 1; second <= 3; second++) {
        said.add(
            rating(second == 1 ? SessionRuling.ACCEPT : SessionRuling.REJECT, reviewer, second));
        said.add(
            said(SessionRuling.APPEAL_DENIED, reviewer, second, "1@3", reviewer + "a" + second));
      }
    }
    SessionDecisions expected = all(said);
    assertThat(expected.decisions()).hasSize(8);
    Random random = new Random(seed);
    for (int run = 0; run < 50; run++) {
      List<SessionDecision> again = new ArrayList<>(said);
      again.addAll(said);
      Collections.shuffle(again, random);
      assertThat(all(again)).as("seed %s, run %s", seed, run).isEqualTo(expected);
    }
  }

  @Test
  void anAppealThatIsUpheldTakesADecisionOutOfForce() {
    SessionDecision rejected = rating(SessionRuling.REJECT, 1, 10);
    SessionDecision accepted = rating(SessionRuling.ACCEPT, 2, 11);
    SessionDecision upheld =
        said(SessionRuling.APPEAL_UPHELD, 3, 20, rejected.statement(), "appeal-1");
    assertThat(all(List.of(upheld, rejected, accepted)).inForce()).containsExactly(accepted);
    SessionDecision denied =
        said(SessionRuling.APPEAL_DENIED, 4, 30, rejected.statement(), "appeal-2");
    assertThat(all(List.of(upheld, rejected, accepted, denied)).inForce())
        .containsExactly(rejected, accepted);
  }

  @Test
  void nobodyAnswersAnAppealAgainstTheirOwnWord() {
    SessionDecision rejected = rating(SessionRuling.REJECT, 1, 10);
    SessionDecision upheld =
        said(SessionRuling.APPEAL_UPHELD, 1, 20, rejected.statement(), "appeal-1");
    assertThat(all(List.of(rejected, upheld)).inForce()).containsExactly(rejected);
  }

  @Test
  void anAppealAgainstTheEngineTakesNoPersonsWordOutOfForce() {
    SessionDecision rejected = rating(SessionRuling.REJECT, 1, 10);
    SessionDecision upheld = said(SessionRuling.APPEAL_UPHELD, 2, 20, null, "appeal-1");
    SessionDecisions decisions = all(List.of(rejected, upheld));
    assertThat(decisions.inForce()).containsExactly(rejected);
    assertThat(decisions.answerToEngine()).contains(upheld);
  }

  @Test
  void moreReviewersThanAreKeptPushTheEarliestOut() {
    SessionDecisions decisions = SessionDecisions.NONE;
    for (int reviewer = 0; reviewer < 3 * SessionDecisions.MOST; reviewer++) {
      decisions = decisions.plus(rating(SessionRuling.ACCEPT, reviewer, reviewer));
    }
    assertThat(decisions.decisions()).hasSize(SessionDecisions.MOST);
    assertThat(decisions.decisions().get(0).reviewer()).isEqualTo(2L * SessionDecisions.MOST);
  }

  @Test
  void aRejectionForAConditionCannotBeBuilt() {
    assertThatThrownBy(() -> new SessionDecision(
            "s",
            SessionRuling.REJECT,
            RulingReason.LOW_RESOLUTION,
            1,
            Instant.EPOCH,
            1,
            List.of(),
            null,
            "d"))
        .hasMessageContaining("no worker's fault");
  }

  @Test
  void marksDifferByReviewerIssuerSeedAndUse() {
    ReviewerMarks marks = new ReviewerMarks(1);
    long mark = marks.of("a", "bc");
    assertThat(marks.of("a", "bc")).isEqualTo(mark);
    assertThat(marks.of("ab", "c")).isNotEqualTo(mark);
    assertThat(new ReviewerMarks(2).of("a", "bc")).isNotEqualTo(mark);
    assertThat(marks.inOperations(mark))
        .hasSize(16)
        .isNotEqualTo(String.format("%016x", mark))
        .isNotEqualTo(new ReviewerMarks(2).inOperations(mark));
  }
}
