package sightline.domain.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What goes with a step. Null where nothing was said of it, or where it does not apply.
 *
 * @param session of the recording
 * @param policyVersion of the consent
 * @param consentStep name of the step of the consent
 * @param question name of the question about the consent
 * @param answer to it
 * @param pay offered with TASK_OFFERED, made with PAYMENT_MADE
 * @param offeredSeconds for which that pay is offered, above 0
 * @param decision of a review
 * @param reason for it, a word of the reviewer's vocabulary
 * @param review id of the review
 * @param appeal how it ended
 * @param interruptionMillis how long the recording was interrupted, from 0
 * @param attempt number of the recording, from 1; more for one recorded again
 */
public record Details(
    @Nullable String session,
    @Nullable String policyVersion,
    @Nullable String consentStep,
    @Nullable String question,
    @Nullable Answer answer,
    @Nullable Money pay,
    @Nullable Long offeredSeconds,
    @Nullable Decision decision,
    @Nullable String reason,
    @Nullable String review,
    @Nullable AppealOutcome appeal,
    @Nullable Long interruptionMillis,
    @Nullable Integer attempt) {
  public static final Details NONE =
      new Details(null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** Whether a question was answered rightly. */
  public enum Answer {
    RIGHT,
    WRONG
  }

  /** What a review came to. */
  public enum Decision {
    ACCEPTED,
    REJECTED
  }

  /** What an appeal came to. */
  public enum AppealOutcome {
    /** The worker was right. */
    UPHELD,
    DENIED
  }

  public Details {
    if ((offeredSeconds != null && offeredSeconds <= 0)
        || (interruptionMillis != null && interruptionMillis < 0)
        || (attempt != null && attempt < 1)) {
      throw new IllegalArgumentException("%s s, %s ms, attempt %s cannot be"
          .formatted(offeredSeconds, interruptionMillis, attempt));
    }
  }

  public static Details consent(@Nullable String consentStep, String policyVersion) {
    return new Details(
        null,
        policyVersion,
        consentStep,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public static Details answered(String question, Answer answer, String policyVersion) {
    return new Details(
        null,
        policyVersion,
        null,
        question,
        answer,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public static Details offered(Money pay, long seconds) {
    return new Details(
        null, null, null, null, null, pay, seconds, null, null, null, null, null, null);
  }

  public static Details paid(Money pay) {
    return new Details(null, null, null, null, null, pay, null, null, null, null, null, null, null);
  }

  public static Details decided(String review, Decision decision, @Nullable String reason) {
    return new Details(
        null, null, null, null, null, null, null, decision, reason, review, null, null, null);
  }

  public static Details appealed(AppealOutcome outcome) {
    return new Details(
        null, null, null, null, null, null, null, null, null, null, outcome, null, null);
  }

  public static Details recording(String session, int attempt) {
    return new Details(
        session, null, null, null, null, null, null, null, null, null, null, null, attempt);
  }
}
