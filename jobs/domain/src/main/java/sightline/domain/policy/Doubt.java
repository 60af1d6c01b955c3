package sightline.domain.policy;

import java.util.List;
import sightline.domain.assessment.Seen;
import sightline.domain.assessment.Tracked;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Region;

/**
 * How near a frame comes to showing what its policy hides: of the finds that are too faint to be hidden and that no region covers
 * anyway, the one that comes nearest to its threshold.
 */
final class Doubt {
  /** A find is covered where one region takes in this share of its box. */
  private static final double COVERED = 0.8;

  private Doubt() {}

  /**
   * @return 0 (nothing is faintly seen) to 1 (just below a threshold), in steps of 0.01
   */
  static double of(Seen seen, Policy policy, List<Region> regions) {
    double most = 0;
    for (Hiding hiding : policy.hidings()) {
      for (Tracked find : seen.sight(hiding.kind()).present()) {
        double confidence = find.believed().confidence();
        if (confidence < hiding.confidence() && !isCovered(find.believed().box(), regions)) {
          most = Math.max(most, confidence / hiding.confidence());
        }
      }
    }
    return Math.round(100 * most) / 100.0;
  }

  private static boolean isCovered(Box box, List<Region> regions) {
    return regions.stream()
        .anyMatch(region -> region.box().intersection(box) >= COVERED * box.area());
  }
}
