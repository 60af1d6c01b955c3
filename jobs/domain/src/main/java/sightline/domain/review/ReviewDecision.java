package sightline.domain.review;

/** What somebody who looked at a frame decided. Closed vocabulary; a later version may know more words. */
public enum ReviewDecision {
  /** Nothing more has to be hidden than the engine hides for sure. */
  RELEASE,
  /** It may go out once the review's regions are hidden, beside those that the engine hides or doubts. */
  REDACT,
  /** Nobody may see it. */
  WITHHOLD
}
