package sightline.domain.verdict;

import org.jspecify.annotations.Nullable;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.review.SessionDecision;
import sightline.domain.review.SessionDecisions;

/**
 * All that is known of a session whose verdict may still be revised, in bounded room. Of decisions and overrides neither the order in
 * which they come nor their repetition changes what it says in the end.
 *
 * @param evidence null as long as no settlement told of its frames
 * @param seenFrom revision from which verdicts rest on this evidence: who decided about an earlier one did not see all of it, and no longer counts
 * @param given the latest verdict; null before the first
 */
public record CaseFile(
    @Nullable SessionEvidence evidence,
    int seenFrom,
    SessionDecisions decisions,
    Withheld withheld,
    @Nullable SessionVerdict given) {
  public static final CaseFile EMPTY =
      new CaseFile(null, 1, SessionDecisions.NONE, Withheld.NO, null);

  public CaseFile with(CaseEntry entry) {
    SessionEvidence told = entry.evidence();
    if (told != null) {
      boolean same = evidence != null && evidence.pace().equals(told.pace());
      return new CaseFile(told, same ? seenFrom : nextRevision(), decisions, withheld, given);
    }
    SessionDecision decision = entry.decision();
    if (decision != null) {
      return new CaseFile(evidence, seenFrom, decisions.plus(decision), withheld, given);
    }
    DirectiveOverride override = entry.override();
    return override == null
        ? this
        : new CaseFile(
            evidence, seenFrom, decisions, withheld.gravest(Withheld.by(override)), given);
  }

  private int nextRevision() {
    return given == null ? 1 : given.revision() + 1;
  }

  /** The verdict as of now, where it says something that the latest one did not; null otherwise. */
  public @Nullable SessionVerdict revised(JudgeSession judge) {
    if (evidence == null) {
      return null;
    }
    int revision = nextRevision();
    SessionVerdict next = judge.judge(evidence, decisions.about(seenFrom), withheld, revision);
    boolean told = given != null && seenFrom < revision && next != null && next.sameAs(given);
    return told ? null : next;
  }

  public CaseFile gave(SessionVerdict verdict) {
    return new CaseFile(evidence, seenFrom, decisions, withheld, verdict);
  }
}
