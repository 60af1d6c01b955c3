package sightline.domain.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The word of a person about a whole session, its signature verified. It says how good and how true the session is; what may be
 * seen of it is decided by directives and overrides alone, and no decision here lifts one of them.
 *
 * <p>The same statement may be read more than once, and a reviewer may decide again: {@link SessionDecisions} says what then counts.
 *
 * @param session that was decided about
 * @param reason one for REJECT, such as {@link RulingReason#mayReject}, and for COACH; null for others
 * @param revision of the verdict that the reviewer saw, from 1
 * @param decidedAt when it was signed
 * @param reviewer keyed pseudonym, see {@link ReviewerMarks}
 * @param looked frames that were looked at, ascending, apart from each other; none where the reviewer saw the verdict alone
 * @param appealed statement id of the decision that was appealed against; null for one of the engine's, and where no appeal is
 *     answered
 * @param statement id of this statement, as its signer chose it
 */
public record SessionDecision(
    String session,
    SessionRuling ruling,
    @Nullable RulingReason reason,
    int revision,
    Instant decidedAt,
    long reviewer,
    List<LookedAt> looked,
    @Nullable String appealed,
    String statement) {
  public SessionDecision {
    looked = List.copyOf(looked);
    boolean because = ruling == SessionRuling.REJECT || ruling == SessionRuling.COACH;
    if (because != (reason != null)) {
      throw new IllegalArgumentException("%s for %s".formatted(ruling, reason));
    }
    if (ruling == SessionRuling.REJECT && reason != null && !reason.mayReject()) {
      throw new IllegalArgumentException(reason + " is no worker's fault");
    }
    if (appealed != null && !ruling.answersAppeal()) {
      throw new IllegalArgumentException(ruling + " answers no appeal");
    }
    if (revision < 1) {
      throw new IllegalArgumentException("verdicts have revisions from 1");
    }
    for (int at = 1; at < looked.size(); at++) {
      if (looked.get(at).first() <= looked.get(at - 1).last()) {
        throw new IllegalArgumentException("frames looked at ascend");
      }
    }
  }

  /** Whether it takes the place of another one by the same reviewer on the same matter: the later signed counts, of two at once the one whose id sorts last. */
  boolean after(SessionDecision other) {
    int later = decidedAt.compareTo(other.decidedAt);
    return later > 0 || (later == 0 && statement.compareTo(other.statement) > 0);
  }
}
