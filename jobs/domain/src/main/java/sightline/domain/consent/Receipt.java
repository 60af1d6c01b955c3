package sightline.domain.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consent receipt whose signature was verified: what one worker allowed, for what, and for how long.
 *
 * @param id by which a revocation names it
 * @param worker pseudonym, as in the frames
 * @param tasks names of the tasks it was given for; empty for any
 * @param deviceClass it was given for; {@link #ANY} for any
 * @param region it was given for; {@link #ANY} for any
 * @param fromMillis epoch milliseconds from which it holds
 * @param untilMillis epoch milliseconds from which it holds no more, after {@code fromMillis}
 * @param scopes what may be seen and heard
 * @param purposes what the footage may be used for, at least one
 * @param locale language to speak to the worker in, a {@link LanguageTag}; null where it names none
 */
public record Receipt(
    String id,
    String worker,
    List<String> tasks,
    String deviceClass,
    String region,
    long fromMillis,
    long untilMillis,
    List<Scope> scopes,
    List<String> purposes,
    @Nullable String locale) {
  /** Stands for every device class, region or task. */
  public static final String ANY = "any";

  /** Days: who is asked once for ever was not asked. It also bounds for how long revocations must be remembered. */
  public static final int LONGEST_VALIDITY_DAYS = 400;

  private static final long DAY_MILLIS = 24 * 3_600_000L;

  public Receipt {
    tasks = List.copyOf(tasks);
    scopes = List.copyOf(scopes);
    purposes = List.copyOf(purposes);
    if (id.isBlank() || worker.isBlank() || purposes.isEmpty()) {
      throw new IllegalArgumentException("a receipt has an id, a worker and a purpose");
    }
    if (locale != null && !locale.equals(LanguageTag.canonical(locale))) {
      throw new IllegalArgumentException("a receipt's locale is a canonical language tag");
    }
    if (fromMillis >= untilMillis
        || untilMillis - fromMillis > LONGEST_VALIDITY_DAYS * DAY_MILLIS) {
      throw new IllegalArgumentException(
          "a receipt holds for a time, %s days at most".formatted(LONGEST_VALIDITY_DAYS));
    }
  }

  /** What it allows on this occasion; by the clock alone, revocations come elsewhere. */
  public Permit on(Occasion occasion) {
    if (!worker.equals(occasion.worker())
        || !(tasks.isEmpty() || tasks.contains(occasion.task()))
        || !meets(deviceClass, occasion.deviceClass())
        || !meets(region, occasion.region())) {
      return Permit.without(ReceiptCheck.NOT_FOR_THIS);
    }
    return occasion.atMillis() < fromMillis || overAt(occasion.atMillis())
        ? Permit.without(ReceiptCheck.EXPIRED)
        : new Permit(ReceiptCheck.VERIFIED, id, scopes, purposes, locale);
  }

  public boolean overAt(long millis) {
    return millis >= untilMillis;
  }

  private static boolean meets(String allowed, String actual) {
    return allowed.equals(ANY) || allowed.equals(actual);
  }
}
