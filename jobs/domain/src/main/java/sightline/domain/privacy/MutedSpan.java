package sightline.domain.privacy;

import java.time.Instant;

/**
 * A stretch of the session's sound that nobody may hear.
 *
 * @param from capture time of its first sample
 * @param to capture time of its end, after {@code from}
 */
public record MutedSpan(Instant from, Instant to) {
  public MutedSpan {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException(
          "a muted span has a length, got %s to %s".formatted(from, to));
    }
  }
}
