package sightline.domain.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import sightline.domain.assessment.Seen;
import sightline.domain.assessment.Tracked;
import sightline.domain.frame.Box;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Region;

/**
 * How near a frame comes to showing somebody whom its policy hides: the finds of faces and bodies that are too faint to be hidden
 * and that no region covers anyway. Screens and text have no part in it: what a review saves is measured on people ({@link
 * sightline.domain.review.ReviewCurve}), and on clean footage faint screens alone would take up half of what people can look at.
 */
record Doubt(List<Find> finds) {
  /** A find is covered where one region takes in this share of its box. */
  private static final double COVERED = 0.8;

  private static final Set<DetectorKind> PEOPLE =
      EnumSet.of(DetectorKind.FACE, DetectorKind.PERSON);

  /**
   * @param hiding that it is too faint for
   * @param ratio of its confidence to the one from which it would be hidden, 0 to 1, rounded to 0.01
   */
  record Find(Hiding hiding, Tracked seen, double ratio) {}

  static Doubt of(Seen seen, Policy policy, List<Region> regions) {
    List<Find> finds = new ArrayList<>();
    for (Hiding hiding : policy.hidings()) {
      if (!PEOPLE.contains(hiding.kind())) {
        continue;
      }
      for (Tracked find : seen.sight(hiding.kind()).present()) {
        double ratio = find.believed().confidence() / hiding.confidence();
        if (ratio < 1 && !isCovered(find.believed().box(), regions)) {
          finds.add(new Find(hiding, find, Math.round(100 * ratio) / 100.0));
        }
      }
    }
    return new Doubt(finds);
  }

  /** Of the find that comes nearest to being hidden, 0 to 1; 0 where there is none. */
  double most() {
    return finds.stream().mapToDouble(Find::ratio).max().orElse(0);
  }

  private static boolean isCovered(Box box, List<Region> regions) {
    return regions.stream()
        .anyMatch(region -> region.box().intersection(box) >= COVERED * box.area());
  }
}
