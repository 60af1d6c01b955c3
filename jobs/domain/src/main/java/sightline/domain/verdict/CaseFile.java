package sightline.domain.verdict;

import org.jspecify.annotations.Nullable;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.review.SessionDecisions;
import sightline.domain.verdict.JudgeSession.Revoked;

/**
 * All that is known of a session whose verdict may still be revised, in bounded room. Neither the order in which entries come nor their
 * repetition changes what it says in the end.
 *
 * @param evidence null as long as no settlement told of its frames
 * @param withheld whether an override withholds all of it
 * @param given the latest verdict; null before the first
 */
public record CaseFile(
    @Nullable SessionEvidence evidence,
    SessionDecisions decisions,
    Revoked withheld,
    @Nullable SessionVerdict given) {
  public static final CaseFile EMPTY = new CaseFile(null, SessionDecisions.NONE, Revoked.NO, null);

  public CaseFile with(CaseEntry entry) {
    SessionEvidence told = entry.evidence();
    if (told != null) {
      return new CaseFile(told, decisions, withheld, given);
    }
    if (entry.decision() != null) {
      return new CaseFile(evidence, decisions.plus(entry.decision()), withheld, given);
    }
    DirectiveOverride override = entry.override();
    boolean all = override != null
        && override.index() == null
        && override.disposition() == Disposition.WITHHOLD
        && (override.cause() == OverrideCause.REVOCATION
            || override.cause() == OverrideCause.DELETION);
    return new CaseFile(evidence, decisions, all ? Revoked.YES : withheld, given);
  }

  /** The verdict as of now, where it says something that the latest one did not; null otherwise. */
  public @Nullable SessionVerdict revised(JudgeSession judge) {
    if (evidence == null) {
      return null;
    }
    int revision = given == null ? 1 : given.revision() + 1;
    SessionVerdict next = judge.judge(evidence, decisions, withheld, revision);
    return next == null || (given != null && next.sameAs(given)) ? null : next;
  }

  public CaseFile gave(SessionVerdict verdict) {
    return new CaseFile(evidence, decisions, withheld, verdict);
  }
}
