package sightline.domain.leak;

import java.io.Serializable;
import java.time.Duration;

/**
 * The time that a rate speaks of: the pane that runs now and those before it. A rate since ever would hide a change.
 *
 * @param paneMillis length of a pane; panes stand on whole multiples of it
 * @param panes how many, 1 or more, the running one included
 */
public record LeakWindow(long paneMillis, int panes) implements Serializable {
  /** A day: at one frame in a hundred most fleets have enough to say something by then. */
  public static final LeakWindow DAY = new LeakWindow(Duration.ofHours(1).toMillis(), 24);

  public LeakWindow {
    if (paneMillis < 1 || panes < 1) {
      throw new IllegalArgumentException(
          "a window has panes of some length, got %s of %s ms".formatted(panes, paneMillis));
    }
  }

  /** Start of the pane that a moment lies in, in epoch milliseconds. */
  public long pane(long atMillis) {
    return Math.floorDiv(atMillis, paneMillis) * paneMillis;
  }

  /** Start of the oldest pane that still counts, in epoch milliseconds. */
  public long from(long nowMillis) {
    return pane(nowMillis) - (panes - 1) * paneMillis;
  }
}
