package sightline.vision.detection.hand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One palm, with what the looks at the whole picture and at its squares each gave it.
 *
 * @param palm the best sight of it
 * @param whole best score in the whole picture, 0 to 1
 * @param squares best score in a square, 0 to 1
 */
record PalmSighting(Palm palm, float whole, float squares) {
  private static final double SAME_PLACE = 0.5;

  /** A palm and the look it was seen in. */
  record Sight(Palm palm, PalmInput.Part part) {}

  /**
   * Puts the sights of one palm together: each goes to the best one before it that it overlaps or whose centre is within half
   * a side.
   *
   * @param maxOverlap intersection over union from which two sights are of one palm
   * @param unseen the score that stands for not having been seen
   * @return best first
   */
  static List<PalmSighting> gathered(List<Sight> sights, double maxOverlap, float unseen) {
    List<List<Sight>> palms = new ArrayList<>();
    for (Sight sight : sights.stream()
        .sorted(Comparator.comparing(Sight::palm, Palm.BEST_FIRST))
        .toList()) {
      palms.stream()
          .filter(palm -> same(palm.get(0).palm(), sight.palm(), maxOverlap))
          .findFirst()
          .orElseGet(() -> {
            List<Sight> another = new ArrayList<>();
            palms.add(another);
            return another;
          })
          .add(sight);
    }
    return palms.stream().map(palm -> of(palm, unseen)).toList();
  }

  private static boolean same(Palm better, Palm palm, double maxOverlap) {
    return better.box().overlap(palm.box()) > maxOverlap || better.apartFrom(palm) < SAME_PLACE;
  }

  private static PalmSighting of(List<Sight> sights, float unseen) {
    return new PalmSighting(
        sights.get(0).palm(),
        best(sights, PalmInput.Part.WHOLE, unseen),
        best(sights, PalmInput.Part.SQUARE, unseen));
  }

  private static float best(List<Sight> sights, PalmInput.Part part, float unseen) {
    float best = unseen;
    for (Sight sight : sights) {
      if (sight.part() == part) {
        best = Math.max(best, sight.palm().score());
      }
    }
    return best;
  }
}
