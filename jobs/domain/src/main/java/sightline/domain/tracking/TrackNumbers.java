package sightline.domain.tracking;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which number which track of a session has. Tracks are joined anew in every window; a track keeps the number of the first of its
 * finds that has one. Only finds within reach of a window are remembered. Immutable.
 *
 * @param next number of the next track, from 1
 * @param finds keys of the finds that have a number, ascending
 * @param numbers theirs, in the same order
 */
public record TrackNumbers(int next, long[] finds, int[] numbers) {
  public static final TrackNumbers NONE = new TrackNumbers(1, new long[0], new int[0]);

  /** A track of one find has none. */
  private static final int LEAST_FINDS = 2;

  private static final int MOST_ORDINAL = 0xFFFF;

  /**
   * The number of a track, null for what was found once only.
   *
   * @param kind tells tracks of different kinds apart, 0 to 15
   * @param indexOf frame index by place in the window
   */
  public @Nullable Integer of(Track track, int kind, IntUnaryOperator indexOf) {
    return track.finds().size() < LEAST_FINDS
        ? null
        : track.finds().stream()
            .map(find -> numberOf(key(find, kind, indexOf)))
            .filter(number -> number > 0)
            .min(Integer::compare)
            .orElse(null);
  }

  /** With a number for every find of this track, a new one if none of them has one. */
  public TrackNumbers with(Track track, int kind, IntUnaryOperator indexOf) {
    if (track.finds().size() < LEAST_FINDS) {
      return this;
    }
    Integer known = of(track, kind, indexOf);
    int number = known == null ? next : known;
    long[] added = track.finds().stream()
        .mapToLong(find -> key(find, kind, indexOf))
        .filter(key -> numberOf(key) == 0)
        .sorted()
        .toArray();
    if (added.length == 0) {
      return this;
    }
    return merged(added, number, known == null ? next + 1 : next);
  }

  /** Without the finds of frames below this index, which no window reaches any more. */
  public TrackNumbers from(int index) {
    int[] kept =
        IntStream.range(0, finds.length).filter(at -> finds[at] >> 20 >= index).toArray();
    return kept.length == finds.length
        ? this
        : new TrackNumbers(
            next,
            Arrays.stream(kept).mapToLong(at -> finds[at]).toArray(),
            Arrays.stream(kept).map(at -> numbers[at]).toArray());
  }

  private TrackNumbers merged(long[] added, int number, int following) {
    long[] keys = new long[finds.length + added.length];
    int[] values = new int[keys.length];
    int old = 0;
    int fresh = 0;
    for (int at = 0; at < keys.length; at++) {
      boolean takesOld = fresh == added.length || (old < finds.length && finds[old] < added[fresh]);
      keys[at] = takesOld ? finds[old] : added[fresh];
      values[at] = takesOld ? numbers[old++] : number;
      fresh += takesOld ? 0 : 1;
    }
    return new TrackNumbers(following, keys, values);
  }

  /** 0 for none. */
  private int numberOf(long key) {
    int at = Arrays.binarySearch(finds, key);
    return at < 0 ? 0 : numbers[at];
  }

  private static long key(Track.Find find, int kind, IntUnaryOperator indexOf) {
    return ((long) indexOf.applyAsInt(find.place()) << 20)
        | ((long) kind << 16)
        | Math.min(find.ordinal(), MOST_ORDINAL);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TrackNumbers that
        && next == that.next
        && Arrays.equals(finds, that.finds)
        && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(finds) * 31 + next;
  }

  @Override
  public String toString() {
    return "%s finds, next track %s".formatted(finds.length, next);
  }
}
