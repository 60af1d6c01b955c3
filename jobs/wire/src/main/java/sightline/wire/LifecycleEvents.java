package sightline.wire;

import org.jspecify.annotations.Nullable;
import sightline.domain.lifecycle.Details;
import sightline.domain.lifecycle.LifecycleEvent;
import sightline.domain.lifecycle.LifecycleStep;
import sightline.domain.lifecycle.Money;
import sightline.wire.UnreadableRecord.Why;

/** Lifecycle events between domain and Avro. Times are carried in whole milliseconds. */
public final class LifecycleEvents {
  private LifecycleEvents() {}

  public static sightline.wire.avro.LifecycleEvent toAvro(LifecycleEvent event) {
    Details details = event.details();
    Money pay = details.pay();
    return sightline.wire.avro.LifecycleEvent.newBuilder()
        .setId(event.id())
        .setAssignment(event.assignment())
        .setWorker(event.worker())
        .setTask(event.task())
        .setDeviceClass(event.deviceClass())
        .setRegion(event.region())
        .setStep(event.step().name())
        .setAt(event.at())
        .setSession(details.session())
        .setPolicyVersion(details.policyVersion())
        .setConsentStep(details.consentStep())
        .setQuestion(details.question())
        .setAnswer(name(details.answer()))
        .setPayMinorUnits(pay == null ? null : pay.minorUnits())
        .setPayCurrency(pay == null ? null : pay.currency())
        .setOfferedSeconds(details.offeredSeconds())
        .setDecision(name(details.decision()))
        .setReason(details.reason())
        .setReview(details.review())
        .setAppeal(name(details.appeal()))
        .setInterruptionMillis(details.interruptionMillis())
        .setAttempt(details.attempt())
        .build();
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself
   */
  public static LifecycleEvent fromAvro(sightline.wire.avro.LifecycleEvent event)
      throws UnreadableRecord {
    return Reading.open(
        event.getKeyId(),
        event.getCipher(),
        () -> new LifecycleEvent(
            event.getId(),
            event.getAssignment(),
            event.getWorker(),
            event.getTask(),
            event.getDeviceClass(),
            event.getRegion(),
            Words.read(LifecycleStep.class, event.getStep()),
            event.getAt(),
            details(event)));
  }

  private static Details details(sightline.wire.avro.LifecycleEvent event) throws UnreadableRecord {
    return new Details(
        event.getSession(),
        event.getPolicyVersion(),
        event.getConsentStep(),
        event.getQuestion(),
        word(Details.Answer.class, event.getAnswer()),
        pay(event.getPayMinorUnits(), event.getPayCurrency()),
        event.getOfferedSeconds(),
        word(Details.Decision.class, event.getDecision()),
        event.getReason(),
        event.getReview(),
        word(Details.AppealOutcome.class, event.getAppeal()),
        event.getInterruptionMillis(),
        event.getAttempt());
  }

  private static @Nullable Money pay(@Nullable Long minorUnits, @Nullable String currency)
      throws UnreadableRecord {
    if ((minorUnits == null) != (currency == null)) {
      throw new UnreadableRecord(Why.CONTRADICTORY);
    }
    return minorUnits == null || currency == null ? null : new Money(minorUnits, currency);
  }

  private static @Nullable String name(@Nullable Enum<?> word) {
    return word == null ? null : word.name();
  }

  private static <E extends Enum<E>> @Nullable E word(Class<E> vocabulary, @Nullable String word)
      throws UnreadableRecord {
    return word == null ? null : Words.read(vocabulary, word);
  }
}
