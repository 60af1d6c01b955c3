package sightline.domain.quality;

import org.jspecify.annotations.Nullable;

/**
 * How much of the view something covers: a finger, strap, dirt or cloth on the lens, or an object parked before the workspace.
 *
 * @param share of the picture that is covered, 0 to 1
 * @param edge the side the cover touches most, WHOLE where it touches none, null where nothing is covered or nothing was assessed
 * @param mask where, null where nothing is covered or nothing was assessed
 * @param certainty that anything covers the view at all, 0 to 1 and no probability; below the meter's alarm the share is 0. Records
 *     carry it as a measure of its own
 */
public record Occlusion(
    Measure share, @Nullable Edge edge, @Nullable GridMask mask, Measure certainty) {
  private static final double WHOLE_FROM = 0.5;

  /** Of a certainty that nobody measured. */
  public Occlusion(Measure share, @Nullable Edge edge, @Nullable GridMask mask) {
    this(share, edge, mask, Measure.unassessed(Unassessed.NOT_IN_THIS_VERSION));
  }

  public static Occlusion unassessed(Unassessed because) {
    return new Occlusion(Measure.unassessed(because), null, null, Measure.unassessed(because));
  }

  /** The same with this certainty, rounded to four decimals. */
  public Occlusion certain(double certainty) {
    return new Occlusion(share, edge, mask, Measure.of(Math.round(certainty * 1e4) / 1e4));
  }

  public static Occlusion none() {
    return new Occlusion(Measure.of(0), null, null);
  }

  /**
   * What a mask says: how much is covered, and the side whose cells are covered most. More than half of each side, or none of
   * any, is WHOLE.
   */
  public static Occlusion covered(GridMask mask) {
    return mask.share() == 0
        ? none()
        : new Occlusion(Measure.of(Math.round(mask.share() * 1e4) / 1e4), edge(mask), mask);
  }

  private static Edge edge(GridMask mask) {
    Edge[] sides = {Edge.LEFT, Edge.RIGHT, Edge.TOP, Edge.BOTTOM};
    Edge most = Edge.WHOLE;
    double highest = 0;
    double lowest = 1;
    for (Edge side : sides) {
      double touched = mask.touched(side);
      most = touched > highest ? side : most;
      highest = Math.max(highest, touched);
      lowest = Math.min(lowest, touched);
    }
    return lowest > WHOLE_FROM ? Edge.WHOLE : most;
  }
}
