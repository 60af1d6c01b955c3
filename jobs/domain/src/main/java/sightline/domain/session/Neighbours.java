package sightline.domain.session;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The settled frames of a session in order: those that already have their final directive and still bear witness for later
 * ones, then those that wait for what follows them. As frames settle in the order of their indices whatever the order in which
 * they arrived, everything computed from this list is the same on every replay. Immutable.
 *
 * @param index frame indices, ascending among the pending
 * @param capturedAtMillis epoch milliseconds of the device's clock
 * @param appendedAtMillis epoch milliseconds of the broker's clock; {@link Waiting#AT_THE_END} without one
 * @param finals how many at the head have their final directive
 */
public record Neighbours(
    int[] index, long[] capturedAtMillis, long[] appendedAtMillis, int finals) {
  public static final Neighbours NONE = new Neighbours(new int[0], new long[0], new long[0], 0);

  /** Bounds the list against a clock that stands still or runs wild. */
  private static final int MOST_PENDING = 256;

  private static final int MOST_FINALS = 256;

  public int count() {
    return index.length;
  }

  public int pending() {
    return index.length - finals;
  }

  /** When the first of the pending has waited out the look-ahead by the broker's clock; {@link Waiting#AT_THE_END} for never. */
  public long firstDue(long lookaheadMillis) {
    return finals == index.length ? Waiting.AT_THE_END : due(finals, lookaheadMillis);
  }

  /**
   * With one more pending frame, in the order of indices. Where a clock or a silence let a later index settle first and that one
   * already has its final directive, the newcomer stands right behind it.
   */
  public Neighbours settled(int frame, long capturedAt, long appendedAt) {
    int place = index.length;
    while (place > finals && index[place - 1] > frame) {
      place--;
    }
    int[] indices = Arrays.copyOf(index, index.length + 1);
    long[] captured = Arrays.copyOf(capturedAtMillis, index.length + 1);
    long[] appended = Arrays.copyOf(appendedAtMillis, index.length + 1);
    System.arraycopy(index, place, indices, place + 1, index.length - place);
    System.arraycopy(capturedAtMillis, place, captured, place + 1, index.length - place);
    System.arraycopy(appendedAtMillis, place, appended, place + 1, index.length - place);
    indices[place] = frame;
    captured[place] = capturedAt;
    appended[place] = appendedAt;
    return new Neighbours(indices, captured, appended, finals);
  }

  /** How many of the pending have a settled frame after them that was captured at least the look-ahead later. */
  public int followed(long lookaheadMillis) {
    int ready = Math.max(0, pending() - MOST_PENDING);
    long latest = Long.MIN_VALUE;
    for (int at = index.length - 1; at >= finals + ready; at--) {
      if (latest != Long.MIN_VALUE && latest - lookaheadMillis >= capturedAtMillis[at]) {
        return at - finals + 1;
      }
      latest = Math.max(latest, capturedAtMillis[at]);
    }
    return ready;
  }

  /** How many of the pending were appended so long before the watermark that whatever follows them has come. */
  public int dueBy(long watermark, long lookaheadMillis) {
    int due = 0;
    for (int at = finals; at < index.length; at++) {
      if (due(at, lookaheadMillis) <= watermark) {
        due = at - finals + 1;
      }
    }
    return due;
  }

  private long due(int at, long lookaheadMillis) {
    return appendedAtMillis[at] >= Waiting.AT_THE_END - lookaheadMillis
        ? Waiting.AT_THE_END
        : appendedAtMillis[at] + lookaheadMillis;
  }

  /**
   * The places before this one, or after it, whose frames bear witness for it. A single frame with a wild clock hides nobody behind it.
   *
   * @param from first place that is asked
   * @param to place after the last that is asked
   */
  public int[] witnesses(int place, int from, int to, long windowMillis) {
    return IntStream.range(from, to)
        .filter(at -> at != place && near(at, place, windowMillis))
        .toArray();
  }

  private boolean near(int one, int other, long windowMillis) {
    return Math.abs(capturedAtMillis[one] - capturedAtMillis[other]) <= windowMillis;
  }

  /** After this many of the pending, from the first, got their final directives. */
  public Neighbours finished(int frames) {
    return new Neighbours(index, capturedAtMillis, appendedAtMillis, finals + frames);
  }

  /** How many at the head bear witness for no frame that is still to be decided. */
  public int spent(long windowMillis) {
    int keep = Math.max(0, finals - MOST_FINALS);
    if (index.length == 0) {
      return 0;
    }
    // the next frame to be decided is the first pending one, or one that follows the last of all
    int next = Math.min(finals, index.length - 1);
    for (int at = keep; at < finals; at++) {
      if (Math.abs(capturedAtMillis[next] - capturedAtMillis[at]) <= windowMillis) {
        return at;
      }
    }
    return finals;
  }

  public Neighbours without(int head) {
    return head == 0
        ? this
        : new Neighbours(
            Arrays.copyOfRange(index, head, index.length),
            Arrays.copyOfRange(capturedAtMillis, head, index.length),
            Arrays.copyOfRange(appendedAtMillis, head, index.length),
            finals - head);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Neighbours that
        && finals == that.finals
        && Arrays.equals(index, that.index)
        && Arrays.equals(capturedAtMillis, that.capturedAtMillis)
        && Arrays.equals(appendedAtMillis, that.appendedAtMillis);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(index) * 31 + finals;
  }

  @Override
  public String toString() {
    return "%s, %s of them final".formatted(Arrays.toString(index), finals);
  }
}
