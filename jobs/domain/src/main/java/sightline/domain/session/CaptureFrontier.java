package sightline.domain.session;

import java.util.Arrays;

/**
 * The frames of a session that no other frame outdoes in both index and capture time: all that is needed to tell whether a
 * place was passed. One entry where the clock runs with the index.
 *
 * <p>Immutable; index ascends, capture time descends.
 *
 * @param index frame indices
 * @param capturedAtMillis their capture times, epoch milliseconds of the device's clock
 */
public record CaptureFrontier(int[] index, long[] capturedAtMillis) {
  /** A clock that runs backwards could grow the frontier for ever; past this the lowest entries merge, on the late side. */
  static final int MOST = 64;

  public static final CaptureFrontier NONE = new CaptureFrontier(new int[0], new long[0]);

  /** Whether a frame with a higher index was captured at least {@code horizonMillis} after this one. */
  public boolean passed(int frame, long capturedAt, long horizonMillis) {
    int next = firstAbove(frame);
    return next < index.length && capturedAtMillis[next] - horizonMillis >= capturedAt;
  }

  public CaptureFrontier with(int frame, long capturedAt) {
    int above = firstAbove(frame - 1);
    if (above < index.length && capturedAtMillis[above] >= capturedAt) {
      return this;
    }
    int end = firstAbove(frame);
    int start = end;
    while (start > 0 && capturedAtMillis[start - 1] <= capturedAt) {
      start--;
    }
    int tail = index.length - end;
    int[] indices = Arrays.copyOf(index, start + 1 + tail);
    long[] times = Arrays.copyOf(capturedAtMillis, start + 1 + tail);
    indices[start] = frame;
    times[start] = capturedAt;
    System.arraycopy(index, end, indices, start + 1, tail);
    System.arraycopy(capturedAtMillis, end, times, start + 1, tail);
    return new CaptureFrontier(indices, times).bounded();
  }

  private CaptureFrontier bounded() {
    if (index.length <= MOST) {
      return this;
    }
    int[] indices = Arrays.copyOfRange(index, 1, index.length);
    long[] times = Arrays.copyOfRange(capturedAtMillis, 1, index.length);
    times[0] = capturedAtMillis[0];
    return new CaptureFrontier(indices, times);
  }

  private int firstAbove(int frame) {
    int low = 0;
    int high = index.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (index[middle] <= frame) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CaptureFrontier frontier
        && Arrays.equals(index, frontier.index)
        && Arrays.equals(capturedAtMillis, frontier.capturedAtMillis);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(index) + Arrays.hashCode(capturedAtMillis);
  }

  @Override
  public String toString() {
    return Arrays.toString(index) + "@" + Arrays.toString(capturedAtMillis);
  }
}
