package sightline.domain.operations;

/**
 * What a reading says something about. What stands in a reading's detail is said here for each; where nothing is, it has none. A detail
 * of two parts has a slash between them.
 */
public enum ReadingName {
  /** Share of the frames that went out which show a face nobody covered. */
  LEAK_RATE(Unit.SHARE),

  /** Of the tasks accepted, closed by the age at which they count: the share whose recording was uploaded. */
  COMPLETION_RATE(Unit.SHARE),
  /** Of those whom a step of the consent was shown: the share who did not go on. Detail: step/policy version. */
  CONSENT_DROP_OFF(Unit.SHARE),
  /** Of the questions answered about the consent: the share answered rightly. Detail: policy version. */
  COMPREHENSION_RATE(Unit.SHARE),
  /** Of the recordings decided: the share rejected. */
  REJECTION_RATE(Unit.SHARE),
  /** Of the recordings decided: the share accepted as first uploaded. */
  FIRST_PASS_ACCEPTANCE(Unit.SHARE),
  /** Time from upload to decision. Detail: quantile, such as p50 or p90. */
  REVIEW_TIME(Unit.SECONDS),
  /** Of the recordings rejected: the share appealed. */
  APPEAL_RATE(Unit.SHARE),
  /** Of the appeals decided: the share in which the worker was right. */
  OVERTURN_RATE(Unit.SHARE),
  /** Deletions asked for and not done yet. */
  DELETIONS_OPEN(Unit.COUNT),
  /** Deletions asked for longer ago than promised and not done yet. */
  DELETIONS_OVERDUE(Unit.COUNT),
  /** Incidents with third parties by hour recorded. */
  THIRD_PARTY_INCIDENTS(Unit.PER_HOUR),
  /** Score of a session. Detail: quantile, such as p50. */
  SESSION_SCORE(Unit.SCORE),

  /** Krippendorff's alpha of accept and reject, as names. */
  ALPHA_NOMINAL(Unit.COEFFICIENT),
  /** Krippendorff's alpha of decisions in their order. */
  ALPHA_ORDINAL(Unit.COEFFICIENT),
  /** Cohen's kappa of two reviewers. Detail: the pair, or the group. */
  KAPPA(Unit.COEFFICIENT),
  /** Of the samples that engine and reviewers decided: the share in which they agree. */
  ENGINE_AGREEMENT(Unit.SHARE),
  /** How much oftener a reviewer accepts than the panel on the same samples. Detail: the reviewer's mark. */
  REVIEWER_DRIFT(Unit.SHARE_DIFFERENCE),
  /** Of the sessions with a score in a bin: the share accepted. Detail: the bin, such as 0.6-0.7. */
  CALIBRATION(Unit.SHARE),

  /** What was paid by the hour of whole time, unpaid time included. Detail: currency. */
  EFFECTIVE_HOURLY_PAY(Unit.CURRENCY_PER_HOUR),
  /** The same by the local reference. Detail: currency. */
  PAY_AGAINST_REFERENCE(Unit.RATIO),
  /** The same by sensitivity band of the task. Detail: band/currency. */
  PAY_BY_SENSITIVITY(Unit.CURRENCY_PER_HOUR);

  private final Unit unit;

  ReadingName(Unit unit) {
    this.unit = unit;
  }

  public Unit unit() {
    return unit;
  }
}
