package sightline.domain.task;

import java.io.Serializable;

/**
 * Bounds on how long a recording lasts, interruptions left out.
 *
 * @param leastSeconds 0 where the task does not say
 * @param mostSeconds {@link Integer#MAX_VALUE} where the task does not say
 */
public record RecordedTime(int leastSeconds, int mostSeconds) implements Serializable {
  public static final RecordedTime ANY = new RecordedTime(0, Integer.MAX_VALUE);

  public RecordedTime {
    if (leastSeconds < 0 || mostSeconds < Math.max(1, leastSeconds)) {
      throw new IllegalArgumentException(
          "a recording lasts from 0 s on, got %s to %s s".formatted(leastSeconds, mostSeconds));
    }
  }
}
