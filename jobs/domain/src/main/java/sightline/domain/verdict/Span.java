package sightline.domain.verdict;

/**
 * A piece of a recording.
 *
 * @param fromMillis from the capture of the session's first frame, 0 or more
 * @param toMillis not before {@code fromMillis}
 */
public record Span(long fromMillis, long toMillis) {
  public Span {
    if (fromMillis < 0 || toMillis < fromMillis) {
      throw new IllegalArgumentException(
          "a span runs forwards from 0, got %s to %s ms".formatted(fromMillis, toMillis));
    }
  }

  /** Milliseconds. */
  public long lasts() {
    return toMillis - fromMillis;
  }
}
