package sightline.domain.review;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which a signed statement counts.
 *
 * @param from when it was signed, by the clock of whoever signed
 * @param until its end, after {@code from}
 */
public record Validity(Instant from, Instant until) {
  /** As long as {@code frames} keeps pixels by default: who looked longer ago looked at something else. */
  public static final Duration LONGEST = Duration.ofHours(24);

  /** The clock of whoever signs may be ahead of the broker's. */
  static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  public Validity {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("a statement holds for a time");
    }
  }

  /** Whether it counts where it is read at this time of the broker's clock. */
  public boolean holdsAt(Instant appended) {
    return !from.isAfter(appended.plus(CLOCKS_APART))
        && appended.isBefore(until)
        && !appended.isAfter(from.plus(LONGEST));
  }
}
