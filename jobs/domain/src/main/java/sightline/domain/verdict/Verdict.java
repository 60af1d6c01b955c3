package sightline.domain.verdict;

/** What becomes of a session's footage, mildest first. */
public enum Verdict {
  /** Usable as it is. */
  ACCEPT,
  /** Usable, with advice for the next time. */
  COACH,
  /** People have to look, at the seconds that the reasons name. */
  REVIEW,
  /** Of no use for its task, for a reason that the worker could have changed. */
  REJECT,
  /** Nobody may see it. */
  WITHHOLD
}
