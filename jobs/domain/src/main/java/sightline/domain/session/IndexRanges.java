package sightline.domain.session;

import java.util.Arrays;

/**
 * A set of frame indices kept as ranges, so that a session without gaps costs eight bytes however long it is.
 *
 * <p>Immutable. {@code bounds} holds [from, to] pairs, both inclusive, ascending, never touching.
 */
public record IndexRanges(int[] bounds) {
  public static final IndexRanges NONE = new IndexRanges(new int[0]);

  public int count() {
    return bounds.length / 2;
  }

  public boolean contains(int index) {
    int at = rangeEndingAtOrAfter(index);
    return at < count() && bounds[2 * at] <= index;
  }

  /** How many indices are in the set. */
  public long size() {
    long size = 0;
    for (int range = 0; range < count(); range++) {
      size += bounds[2 * range + 1] - (long) bounds[2 * range] + 1;
    }
    return size;
  }

  /** The highest index, or -1 where there is none. */
  public int highest() {
    return bounds.length == 0 ? -1 : bounds[bounds.length - 1];
  }

  /** Whether every index from 0 to {@code last} is in the set. */
  public boolean coversUpTo(int last) {
    return count() > 0 && bounds[0] == 0 && bounds[1] >= last;
  }

  /** The index up to which, from 0, none is missing; -1 where 0 is. */
  public int unbrokenThrough() {
    return count() > 0 && bounds[0] == 0 ? bounds[1] : -1;
  }

  public IndexRanges with(int index) {
    int at = rangeEndingAtOrAfter(index);
    if (at < count() && bounds[2 * at] <= index) {
      return this;
    }
    boolean joinsBefore = at > 0 && bounds[2 * at - 1] == index - 1;
    boolean joinsAfter = at < count() && bounds[2 * at] == index + 1;
    if (joinsBefore && joinsAfter) {
      return replaced(at - 1, at + 1, bounds[2 * at - 2], bounds[2 * at + 1]);
    }
    if (joinsBefore) {
      return replaced(at - 1, at, bounds[2 * at - 2], index);
    }
    if (joinsAfter) {
      return replaced(at, at + 1, index, bounds[2 * at + 1]);
    }
    return replaced(at, at, index, index);
  }

  /** The set without its lowest range. */
  public IndexRanges withoutLowest() {
    return new IndexRanges(Arrays.copyOfRange(bounds, Math.min(2, bounds.length), bounds.length));
  }

  /** The lowest ranges, at most this many. */
  public IndexRanges first(int ranges) {
    return new IndexRanges(Arrays.copyOf(bounds, Math.min(bounds.length, 2 * ranges)));
  }

  /** The indices from {@code first} to the highest that are missing, as [from, to] pairs like {@code bounds}. */
  public IndexRanges gapsFrom(int first) {
    int[] gaps = new int[bounds.length];
    int length = 0;
    int expected = first;
    for (int range = 0; range < count(); range++) {
      if (bounds[2 * range] > expected) {
        gaps[length++] = expected;
        gaps[length++] = bounds[2 * range] - 1;
      }
      expected = Math.max(expected, bounds[2 * range + 1] + 1);
    }
    return new IndexRanges(Arrays.copyOf(gaps, length));
  }

  private IndexRanges replaced(int fromRange, int toRange, int low, int high) {
    int[] next = new int[bounds.length - 2 * (toRange - fromRange) + 2];
    System.arraycopy(bounds, 0, next, 0, 2 * fromRange);
    next[2 * fromRange] = low;
    next[2 * fromRange + 1] = high;
    System.arraycopy(bounds, 2 * toRange, next, 2 * fromRange + 2, bounds.length - 2 * toRange);
    return new IndexRanges(next);
  }

  private int rangeEndingAtOrAfter(int index) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bounds[2 * middle + 1] < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndexRanges ranges && Arrays.equals(bounds, ranges.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  @Override
  public String toString() {
    return Arrays.toString(bounds);
  }
}
