package sightline.domain.session;

import java.util.Arrays;

/**
 * What a session remembers of its frames: which came, which wait, and how far it has been settled. Bounded however hostile
 * the sender: see {@link SessionRules}. Immutable.
 *
 * <p>A frame is late if an accepted frame of its session with a lower offset and a higher index was captured at least the
 * horizon after it, or was appended at least the silence before it. A frame's waiting ends as soon as a newcomer in its place
 * would be late, or as every frame before it has come: so nothing that arrives later can belong before a final directive.
 *
 * @param seen indices accepted so far
 * @param forgottenBelow indices below this are no longer told apart
 * @param settledThrough highest index whose waiting a watermark ended, -1 for none
 * @param lastDeclared index of the frame that said nothing follows it, -1 for none
 * @param lastAppendMillis the latest append time, {@link Long#MIN_VALUE} for none
 */
public record SessionBooks(
    IndexRanges seen,
    int forgottenBelow,
    Waiting waiting,
    CaptureFrontier captured,
    AppendWindow appended,
    int settledThrough,
    int lastDeclared,
    long lastAppendMillis) {
  public static final SessionBooks EMPTY = new SessionBooks(
      IndexRanges.NONE,
      0,
      Waiting.NONE,
      CaptureFrontier.NONE,
      AppendWindow.NONE,
      -1,
      -1,
      Long.MIN_VALUE);

  private static final int[] NOBODY = {};

  /**
   * @param index 0-based place of the arriving frame
   * @param capturedAt epoch milliseconds of the device's clock
   * @param appendedAt epoch milliseconds of the broker's clock, {@link Waiting#AT_THE_END} without one
   */
  public Arrival arrive(
      int index, long capturedAt, long appendedAt, boolean endOfSession, SessionRules rules) {
    if (seen.contains(index)) {
      return new Arrival(Place.DUPLICATE, NOBODY, NOBODY, this);
    }
    if (index < forgottenBelow) {
      return new Arrival(Place.EXPIRED, NOBODY, NOBODY, this);
    }
    Place place = place(index, capturedAt, appendedAt, rules);
    SessionBooks entered = entered(index, capturedAt, appendedAt, endOfSession, place, rules);
    int[] settled = entered.complete()
        ? entered.waiting.index()
        : entered.waiting.passedBy(
            index, capturedAt, rules.horizonMillis(), entered.seen.unbrokenThrough());
    Waiting left = entered.waiting.without(settled);
    int[] overflow = Arrays.copyOf(left.index(), Math.max(0, left.count() - rules.mostWaiting()));
    return new Arrival(
        place, settled, overflow, entered.pushedOut(left.without(overflow), overflow));
  }

  /** Which frames stop waiting when everything appended up to the watermark has come. */
  public int[] silentBy(long watermark) {
    return waiting.appendedBy(watermark);
  }

  /** The books after {@link #silentBy} ended the waiting of these. */
  public SessionBooks settled(int[] silent) {
    int through =
        silent.length == 0 ? settledThrough : Math.max(settledThrough, silent[silent.length - 1]);
    return new SessionBooks(
        seen,
        forgottenBelow,
        waiting.without(silent),
        captured,
        appended,
        through,
        lastDeclared,
        lastAppendMillis);
  }

  /** Whether the last frame is known, nothing came behind it, and every index up to it has come. */
  public boolean complete() {
    return lastDeclared >= 0 && lastDeclared >= seen.highest() && seen.coversUpTo(lastDeclared);
  }

  private Place place(int index, long capturedAt, long appendedAt, SessionRules rules) {
    if (captured.passed(index, capturedAt, rules.horizonMillis())) {
      return Place.LATE_BY_HORIZON;
    }
    boolean hasAppend = appendedAt != Waiting.AT_THE_END;
    if (index <= settledThrough
        || (hasAppend && appended.passed(index, appendedAt, rules.silenceMillis()))) {
      return Place.LATE_BY_SILENCE;
    }
    return Place.WAITS;
  }

  private SessionBooks entered(
      int index,
      long capturedAt,
      long appendedAt,
      boolean endOfSession,
      Place place,
      SessionRules rules) {
    IndexRanges ranges = seen.with(index);
    int forgotten = forgottenBelow;
    while (ranges.count() > rules.mostRanges()) {
      forgotten = ranges.bounds()[1] + 1;
      ranges = ranges.withoutLowest();
    }
    boolean hasAppend = appendedAt != Waiting.AT_THE_END;
    return new SessionBooks(
        ranges,
        forgotten,
        place == Place.WAITS ? waiting.with(index, capturedAt, appendedAt) : waiting,
        captured.with(index, capturedAt),
        hasAppend ? appended.with(index, appendedAt, rules.silenceMillis()) : appended,
        settledThrough,
        endOfSession ? Math.max(lastDeclared, index) : lastDeclared,
        hasAppend ? Math.max(lastAppendMillis, appendedAt) : lastAppendMillis);
  }

  private SessionBooks pushedOut(Waiting left, int[] overflow) {
    int through = overflow.length == 0
        ? settledThrough
        : Math.max(settledThrough, overflow[overflow.length - 1]);
    return new SessionBooks(
        seen, forgottenBelow, left, captured, appended, through, lastDeclared, lastAppendMillis);
  }
}
