package sightline.vision.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sightline.domain.frame.Box;

/**
 * A palm as the palm model sees it, in the pixels of whatever it was read from.
 *
 * @param box the palm alone, without fingers
 * @param wristX of the model's first point
 * @param wristY of the model's first point
 * @param knuckleX of the model's third point, the base of the middle finger
 * @param knuckleY of the model's third point
 * @param score 0 to 1
 */
record Palm(Box box, float wristX, float wristY, float knuckleX, float knuckleY, float score) {
  /** Best first; ties by place, so that the order never hangs on the model's own. */
  static final Comparator<Palm> BEST_FIRST =
      Comparator.comparing(Palm::candidate, Candidate.BEST_FIRST);

  private Candidate candidate() {
    return new Candidate(box, score);
  }

  /**
   * The square in which the whole hand lies: grown from the palm towards the fingers, as the MediaPipe hand tracker does
   * before it looks for the joints (Zhang et al.: MediaPipe Hands, arXiv 2006.10214, section 2), but not turned.
   *
   * @param size sides of the palm that the hand's square is long
   * @param towardsFingers sides of the palm by which its centre moves from the wrist to the fingers
   */
  Box hand(double size, double towardsFingers) {
    double side = Math.max(box.width(), box.height());
    double alongX = knuckleX - wristX;
    double alongY = knuckleY - wristY;
    double length = Math.max(1e-6, Math.hypot(alongX, alongY));
    double centreX = box.left() + box.width() / 2 + alongX / length * side * towardsFingers;
    double centreY = box.top() + box.height() / 2 + alongY / length * side * towardsFingers;
    double half = size * side / 2;
    return new Box(
        (float) (centreX - half), (float) (centreY - half), (float) (2 * half), (float) (2 * half));
  }

  /**
   * Greedy non-maximum suppression over the palms themselves; two hands that hold one another have palms apart.
   *
   * @param maxOverlap a palm that overlaps a better one by more than this intersection over union is dropped
   * @return what is left, best first
   */
  static List<Palm> suppressed(List<Palm> palms, double maxOverlap) {
    List<Palm> kept = new ArrayList<>();
    for (Palm palm : palms.stream().sorted(BEST_FIRST).toList()) {
      if (kept.stream().noneMatch(better -> better.box().overlap(palm.box()) > maxOverlap)) {
        kept.add(palm);
      }
    }
    return kept;
  }
}
