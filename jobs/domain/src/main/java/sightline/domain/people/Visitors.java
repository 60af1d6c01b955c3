package sightline.domain.people;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sightline.domain.tracking.Track;

/**
 * Finds of bodies that are somebody else's, and when that was last plain: who has turned away, and shows neither face nor empty
 * hands for longer than a window of time, is not the worker for that. Tracks are joined anew in every window; here is what goes from one
 * window to the next. Only finds within reach of a window are remembered, 16 bytes each. Immutable.
 *
 * @param finds keys, ascending
 * @param plainAtMillis capture time, in the same order
 */
public record Visitors(long[] finds, long[] plainAtMillis) {
  public static final Visitors NONE = new Visitors(new long[0], new long[0]);

  /** Nothing was ever plain of them. */
  public static final long NEVER = Long.MIN_VALUE;

  private static final int ORDINAL_BITS = 16;
  private static final int MOST_ORDINAL = (1 << ORDINAL_BITS) - 1;

  /**
   * When it was last plain that the track of these finds is somebody else, {@link #NEVER} where it was not.
   *
   * @param indexOf frame index by place in the window
   */
  public long plainAt(List<Track.Find> found, IntUnaryOperator indexOf) {
    return found.stream()
        .mapToInt(find -> Arrays.binarySearch(finds, key(find, indexOf)))
        .filter(at -> at >= 0)
        .mapToLong(at -> plainAtMillis[at])
        .max()
        .orElse(NEVER);
  }

  /** With these finds of a track. */
  public Visitors with(List<Track.Find> found, IntUnaryOperator indexOf, long plainAt) {
    Map<Long, Long> all = new TreeMap<>();
    for (int at = 0; at < finds.length; at++) {
      all.put(finds[at], plainAtMillis[at]);
    }
    found.forEach(find -> all.merge(key(find, indexOf), plainAt, Math::max));
    return new Visitors(
        all.keySet().stream().mapToLong(Long::longValue).toArray(),
        all.values().stream().mapToLong(Long::longValue).toArray());
  }

  /** Without the finds of frames below this index, which no window reaches any more. */
  public Visitors from(int index) {
    int[] kept = IntStream.range(0, finds.length)
        .filter(at -> finds[at] >> ORDINAL_BITS >= index)
        .toArray();
    return kept.length == finds.length
        ? this
        : new Visitors(
            Arrays.stream(kept).mapToLong(at -> finds[at]).toArray(),
            Arrays.stream(kept).mapToLong(at -> plainAtMillis[at]).toArray());
  }

  private static long key(Track.Find find, IntUnaryOperator indexOf) {
    return ((long) indexOf.applyAsInt(find.place()) << ORDINAL_BITS)
        | Math.min(find.ordinal(), MOST_ORDINAL);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Visitors that
        && Arrays.equals(finds, that.finds)
        && Arrays.equals(plainAtMillis, that.plainAtMillis);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(finds) * 31 + Arrays.hashCode(plainAtMillis);
  }

  @Override
  public String toString() {
    return "%s finds of visitors".formatted(finds.length);
  }
}
