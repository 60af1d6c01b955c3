package sightline.domain.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of one worker's one go at a task, as whoever offers tasks told it.
 *
 * @param id of this event; the same event sent twice has the same
 * @param assignment random id of the go; its events share worker and labels
 * @param worker pseudonym
 * @param at by the sender's clock; it alone orders the steps of an assignment
 * @param details what goes with the step; what the step cannot do without is there
 */
public record LifecycleEvent(
    String id,
    String assignment,
    String worker,
    String task,
    String deviceClass,
    String region,
    LifecycleStep step,
    Instant at,
    Details details) {
  /**
   * @throws IllegalArgumentException where something that the step cannot do without is missing
   */
  public LifecycleEvent {
    if (needed(step, details) == null) {
      throw new IllegalArgumentException(step + " lacks what it cannot do without");
    }
  }

  /** Anything but null where nothing is missing. */
  private static @Nullable Object needed(LifecycleStep step, Details details) {
    return switch (step) {
      case CONSENT_SHOWN -> details.policyVersion();
      case COMPREHENSION_ANSWERED -> details.policyVersion() == null ? null : details.answer();
      case REVIEW_DECIDED -> details.decision();
      case APPEAL_DECIDED -> details.appeal();
      case PAYMENT_MADE -> details.pay();
      default -> step;
    };
  }
}
