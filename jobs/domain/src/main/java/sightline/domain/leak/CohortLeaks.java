package sightline.domain.leak;

import java.util.ArrayList;
import java.util.List;

/**
 * What second looks at one cohort's frames came to, and whether its name may be said: not before so many distinct workers stand
 * behind it. Those are remembered by keyed hashes, and not at all once they are enough.
 *
 * @param panes ascending
 * @param workers distinct; empty once the cohort is published
 */
public record CohortLeaks(
    String deviceClass, String region, List<Pane> panes, List<Long> workers, boolean published) {
  /**
   * @param startMillis in epoch milliseconds
   */
  public record Pane(long startMillis, long examined, long finds) {
    LeakCounts counts() {
      return new LeakCounts(examined, finds);
    }
  }

  public CohortLeaks {
    panes = List.copyOf(panes);
    workers = List.copyOf(workers);
    if (published && !workers.isEmpty()) {
      throw new IllegalArgumentException("who stands behind a published cohort is forgotten");
    }
  }

  public static CohortLeaks none(String deviceClass, String region) {
    return new CohortLeaks(deviceClass, region, List.of(), List.of(), false);
  }

  /** Tells cohorts apart: no name holds a line's end. */
  public static String key(String deviceClass, String region) {
    return deviceClass + "\n" + region;
  }

  /**
   * One frame more.
   *
   * @param seen of one frame, clean or not
   * @param pane start of the pane that it falls into, no earlier than the last one
   * @param worker keyed hash of who filmed it
   * @param enough distinct workers, from which the cohort is published
   */
  public CohortLeaks plus(LeakCounts seen, long pane, long worker, int enough) {
    List<Pane> grown = new ArrayList<>(panes);
    LeakCounts counts = seen;
    if (!grown.isEmpty() && grown.get(grown.size() - 1).startMillis() >= pane) {
      Pane last = grown.remove(grown.size() - 1);
      counts = counts.plus(last.counts());
      pane = last.startMillis();
    }
    grown.add(new Pane(pane, counts.examined(), counts.finds()));
    List<Long> known = new ArrayList<>(workers);
    if (!published && !known.contains(worker)) {
      known.add(worker);
    }
    return published || known.size() >= enough
        ? new CohortLeaks(deviceClass, region, grown, List.of(), true)
        : new CohortLeaks(deviceClass, region, grown, known, false);
  }

  /** Without the panes that started before. */
  public CohortLeaks since(long fromMillis) {
    return new CohortLeaks(
        deviceClass,
        region,
        panes.stream().filter(pane -> pane.startMillis() >= fromMillis).toList(),
        workers,
        published);
  }

  public LeakCounts counts() {
    return panes.stream().map(Pane::counts).reduce(LeakCounts.NONE, LeakCounts::plus);
  }
}
