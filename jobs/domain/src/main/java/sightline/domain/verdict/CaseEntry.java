package sightline.domain.verdict;

import org.jspecify.annotations.Nullable;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.review.SessionDecision;

/** What comes in about a session that has, or will have, a verdict. Exactly one of the three. */
public record CaseEntry(
    String session,
    @Nullable SessionEvidence evidence,
    @Nullable SessionDecision decision,
    @Nullable DirectiveOverride override) {
  public CaseEntry {
    int given =
        (evidence == null ? 0 : 1) + (decision == null ? 0 : 1) + (override == null ? 0 : 1);
    if (given != 1) {
      throw new IllegalArgumentException("an entry is one thing, got " + given);
    }
  }

  public static CaseEntry of(SessionEvidence evidence) {
    return new CaseEntry(evidence.session(), evidence, null, null);
  }

  public static CaseEntry of(SessionDecision decision) {
    return new CaseEntry(decision.session(), null, decision, null);
  }

  public static CaseEntry of(DirectiveOverride override) {
    return new CaseEntry(override.session(), null, null, override);
  }
}
