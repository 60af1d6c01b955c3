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

  /**
   * How many of the pending, from the first without a break, have all that follows them: two settled frames after them that were
   * captured more than the look-ahead later, as one alone may have a wild clock; and a frame whose own clock ran ahead of two that
   * follow it waits for nobody. It is asked after every frame that settles, so that the answer hangs on the order of settlement
   * alone and not on how many settled at once.
   */
  public int followed(long lookaheadMillis) {
    int ready = Math.max(0, pending() - MOST_PENDING);
    while (ready < pending() && isFollowed(finals + ready, lookaheadMillis)) {
      ready++;
    }
    return ready;
  }

  private boolean isFollowed(int place, long lookaheadMillis) {
    int ahead = 0;
    int behind = 0;
    for (int at = place + 1; at < index.length; at++) {
      long later = passed(place, at);
      ahead += later > lookaheadMillis ? 1 : 0;
      behind += later < -lookaheadMillis ? 1 : 0;
    }
    return ahead >= 2 || behind >= 2;
  }

  /** Capture time from one place to another; of clocks a world apart, the largest or least number there is. */
  private long passed(int from, int to) {
    long one = capturedAtMillis[from];
    long other = capturedAtMillis[to];
    long difference = other - one;
    boolean overflows = ((other ^ one) & (other ^ difference)) < 0;
    return overflows ? (other < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : difference;
  }

  /** How many of the pending, from the first without a break, were appended so long before the watermark that whatever follows them has come. */
  public int dueBy(long watermark, long lookaheadMillis) {
    int due = 0;
    while (due < pending() && due(finals + due, lookaheadMillis) <= watermark) {
      due++;
    }
    return due;
  }

  private long due(int at, long lookaheadMillis) {
    return appendedAtMillis[at] >= Waiting.AT_THE_END - lookaheadMillis
        ? Waiting.AT_THE_END
        : appendedAtMillis[at] + lookaheadMillis;
  }

  /**
   * The places before this one, or after it, whose frames bear witness for it: those of about its time.
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
    long apart = passed(one, other);
    return -windowMillis <= apart && apart <= windowMillis;
  }

  /** After this many of the pending, from the first, got their final directives. */
  public Neighbours finished(int frames) {
    return new Neighbours(index, capturedAtMillis, appendedAtMillis, finals + frames);
  }

  /** How many at the head bear witness for no frame that is still to be decided. */
  public int spent(long windowMillis) {
    int keep = Math.max(0, finals - MOST_FINALS);
    for (int at = keep; at < finals; at++) {
      if (isWitness(at, windowMillis)) {
        return at;
      }
    }
    return finals;
  }

  /** Near one that is still to be decided, or near one of the last two, which the next one may follow: one may have a wild clock. */
  private boolean isWitness(int place, long windowMillis) {
    return IntStream.range(Math.max(0, Math.min(finals, index.length - 2)), index.length)
        .anyMatch(at -> near(at, place, windowMillis));
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
