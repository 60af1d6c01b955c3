package sightline.domain.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case that a reading is made of, as it stands behind closed doors: it names the worker, and goes nowhere but into sums.
 *
 * <ul>
 *   <li>Of a share: {@code amount} 1 where it is so, 0 where not; {@code per} 1.
 *   <li>Of a rate by time or of money by time: {@code amount} incidents or money, {@code per} hours, not 0 for all facts together.
 *   <li>Of a distribution (time, score): {@code amount} the value, {@code per} 1. The quantile is the reading's: {@code detail} null.
 *   <li>Of a count of what is open: {@code amount} how many more, negative where one was closed; {@code per} 0.
 * </ul>
 *
 * @param reading what it bears on
 * @param detail as {@link ReadingName} says, but without quantile
 * @param task name of the task
 * @param worker pseudonym: a cluster, since what one worker does is alike
 * @param at when it became a case, by the time that windows go by
 * @param amount finite
 * @param per finite, from 0
 */
public record Fact(
    ReadingName reading,
    @Nullable String detail,
    String task,
    String deviceClass,
    String region,
    String worker,
    Instant at,
    double amount,
    double per) {
  public Fact {
    if (!Double.isFinite(amount) || !(per >= 0) || !Double.isFinite(per)) {
      throw new IllegalArgumentException("%s per %s is no case".formatted(amount, per));
    }
    if (reading.unit() == Unit.SHARE && !((amount == 0 || amount == 1) && per == 1)) {
      throw new IllegalArgumentException("%s of %s is no share".formatted(amount, per));
    }
  }
}
