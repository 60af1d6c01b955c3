package sightline.domain.session;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The frames of a session that wait for their final directive, by index ascending. Immutable.
 *
 * @param index frame indices
 * @param capturedAtMillis capture times, epoch milliseconds of the device's clock
 * @param appendedAtMillis append times, epoch milliseconds; {@link #AT_THE_END} without one
 */
public record Waiting(int[] index, long[] capturedAtMillis, long[] appendedAtMillis) {
  /** The append time of a frame that nothing gave one: it waits for progress in its session, or for the input's end. */
  public static final long AT_THE_END = Long.MAX_VALUE - 1;

  public static final Waiting NONE = new Waiting(new int[0], new long[0], new long[0]);

  public int count() {
    return index.length;
  }

  /** When the first of them has waited out its silence; {@link #AT_THE_END} for none. */
  public long firstAppend() {
    return Arrays.stream(appendedAtMillis).min().orElse(AT_THE_END);
  }

  public Waiting with(int frame, long capturedAt, long appendedAt) {
    int place = -Arrays.binarySearch(index, frame) - 1;
    return new Waiting(
        inserted(index, place, frame),
        inserted(capturedAtMillis, place, capturedAt),
        inserted(appendedAtMillis, place, appendedAt));
  }

  /**
   * Those that a frame at this index and capture time leaves behind, and those before which none is missing.
   *
   * @param unbrokenThrough every index from 0 to this one has come
   */
  public int[] passedBy(int frame, long capturedAt, long horizonMillis, int unbrokenThrough) {
    return those(at -> index[at] <= unbrokenThrough
        || (index[at] < frame && capturedAt - horizonMillis >= capturedAtMillis[at]));
  }

  /** Those appended no later than this. */
  public int[] appendedBy(long millis) {
    return those(at -> appendedAtMillis[at] <= millis);
  }

  /** Without these indices, which must be ascending as the queries above return them. */
  public Waiting without(int[] gone) {
    if (gone.length == 0) {
      return this;
    }
    int[] kept = places(at -> Arrays.binarySearch(gone, index[at]) < 0);
    return new Waiting(
        Arrays.stream(kept).map(at -> index[at]).toArray(),
        Arrays.stream(kept).mapToLong(at -> capturedAtMillis[at]).toArray(),
        Arrays.stream(kept).mapToLong(at -> appendedAtMillis[at]).toArray());
  }

  private int[] those(IntPredicate place) {
    return Arrays.stream(places(place)).map(at -> index[at]).toArray();
  }

  private int[] places(IntPredicate wanted) {
    int[] places = new int[index.length];
    int count = 0;
    for (int at = 0; at < index.length; at++) {
      if (wanted.test(at)) {
        places[count++] = at;
      }
    }
    return Arrays.copyOf(places, count);
  }

  private static int[] inserted(int[] values, int place, int value) {
    int[] next = Arrays.copyOf(values, values.length + 1);
    System.arraycopy(values, place, next, place + 1, values.length - place);
    next[place] = value;
    return next;
  }

  private static long[] inserted(long[] values, int place, long value) {
    long[] next = Arrays.copyOf(values, values.length + 1);
    System.arraycopy(values, place, next, place + 1, values.length - place);
    next[place] = value;
    return next;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Waiting waiting
        && Arrays.equals(index, waiting.index)
        && Arrays.equals(capturedAtMillis, waiting.capturedAtMillis)
        && Arrays.equals(appendedAtMillis, waiting.appendedAtMillis);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(index);
  }

  @Override
  public String toString() {
    return Arrays.toString(index);
  }
}
