package sightline.vision.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sightline.domain.frame.Box;

/**
 * A box that a detector proposes.
 *
 * @param score 0 to 1
 */
public record Candidate(Box box, float score) {
  /** Best first; ties by place, so that the order never hangs on the detector's own. */
  public static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(
          (Candidate candidate) -> -candidate.score())
      .thenComparingDouble(candidate -> candidate.box().left())
      .thenComparingDouble(candidate -> candidate.box().top())
      .thenComparingDouble(candidate -> candidate.box().area());

  /**
   * Greedy non-maximum suppression.
   *
   * @param maxOverlap a box that overlaps a better one by more than this intersection over union is dropped
   * @return what is left, best first
   */
  public static List<Candidate> suppressed(List<Candidate> candidates, double maxOverlap) {
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : candidates.stream().sorted(BEST_FIRST).toList()) {
      if (kept.stream().noneMatch(better -> better.box().overlap(candidate.box()) > maxOverlap)) {
        kept.add(candidate);
      }
    }
    return kept;
  }
}
