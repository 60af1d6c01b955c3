package sightline.domain.feedback;

/**
 * How much feedback says.
 *
 * @param breakAfterMinutes recorded minutes of one session from which on a rest is suggested, 1 or more
 * @param mostAdvice pieces of advice at most, 1 or more
 */
public record FeedbackRules(int breakAfterMinutes, int mostAdvice) {
  /** A rest within the hour and three pieces of advice: judgement, not measured. */
  public static final FeedbackRules DEFAULT = new FeedbackRules(50, 3);

  public FeedbackRules {
    if (breakAfterMinutes < 1 || mostAdvice < 1) {
      throw new IllegalArgumentException(
          "feedback needs minutes and a number of advices from 1, got %s and %s"
              .formatted(breakAfterMinutes, mostAdvice));
    }
  }
}
