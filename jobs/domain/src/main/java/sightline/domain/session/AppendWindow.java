package sightline.domain.session;

import java.util.Arrays;

/**
 * The highest index appended so far, remembered over the last silence, so that it can be told what was there a silence ago.
 *
 * <p>Immutable; both arrays ascend.
 *
 * @param beforeWindow highest index appended before the window, -1 for none
 * @param appendedAtMillis broker append times at which the highest index rose, epoch milliseconds
 * @param highest the highest index from then on
 */
public record AppendWindow(int beforeWindow, long[] appendedAtMillis, int[] highest) {
  /** A silence at 100 frames a second; past this the oldest entries merge, on the late side. */
  static final int MOST = 1024;

  public static final AppendWindow NONE = new AppendWindow(-1, new long[0], new int[0]);

  /** Whether a frame with a higher index was appended at least {@code silenceMillis} before. */
  public boolean passed(int frame, long appendedAt, long silenceMillis) {
    int settled = beforeWindow;
    for (int at = 0;
        at < highest.length && appendedAtMillis[at] <= appendedAt - silenceMillis;
        at++) {
      settled = highest[at];
    }
    return settled > frame;
  }

  public AppendWindow with(int frame, long appendedAt, long silenceMillis) {
    int drop = 0;
    int before = beforeWindow;
    while (drop < highest.length && appendedAtMillis[drop] <= appendedAt - silenceMillis) {
      before = highest[drop++];
    }
    boolean rises = frame > (highest.length > 0 ? highest[highest.length - 1] : beforeWindow);
    if (!rises && drop == 0) {
      return this;
    }
    int kept = highest.length - drop;
    long[] times = Arrays.copyOfRange(appendedAtMillis, drop, drop + kept + (rises ? 1 : 0));
    int[] tops = Arrays.copyOfRange(highest, drop, drop + kept + (rises ? 1 : 0));
    if (rises) {
      times[kept] = kept > 0 ? Math.max(appendedAt, times[kept - 1]) : appendedAt;
      tops[kept] = frame;
    }
    return new AppendWindow(before, times, tops).bounded();
  }

  private AppendWindow bounded() {
    if (highest.length <= MOST) {
      return this;
    }
    long[] times = Arrays.copyOfRange(appendedAtMillis, 1, highest.length);
    times[0] = appendedAtMillis[0];
    return new AppendWindow(beforeWindow, times, Arrays.copyOfRange(highest, 1, highest.length));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AppendWindow window
        && beforeWindow == window.beforeWindow
        && Arrays.equals(appendedAtMillis, window.appendedAtMillis)
        && Arrays.equals(highest, window.highest);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * beforeWindow + Arrays.hashCode(appendedAtMillis)) + Arrays.hashCode(highest);
  }

  @Override
  public String toString() {
    return beforeWindow + " " + Arrays.toString(highest) + "@" + Arrays.toString(appendedAtMillis);
  }
}
