package sightline.vision.detection.hand;

import java.util.Comparator;
import sightline.domain.frame.Box;
import sightline.vision.detection.Candidate;

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

  double side() {
    return Math.max(box.width(), box.height());
  }

  double centreX() {
    return box.left() + box.width() / 2.0;
  }

  double centreY() {
    return box.top() + box.height() / 2.0;
  }

  /** Across the picture from wrist to fingers, a part of a vector of length 1; 0 where the points fall together. */
  double fingersX() {
    return (knuckleX - wristX) / length();
  }

  /** Down the picture from wrist to fingers, the other part. */
  double fingersY() {
    return (knuckleY - wristY) / length();
  }

  private double length() {
    return Math.max(1e-6, Math.hypot(knuckleX - wristX, knuckleY - wristY));
  }

  /** How far apart two centres lie, in sides of the larger palm. */
  double apartFrom(Palm other) {
    return Math.hypot(centreX() - other.centreX(), centreY() - other.centreY())
        / Math.max(side(), other.side());
  }

  /**
   * The square in which the whole hand lies: grown from the palm towards the fingers, as the MediaPipe hand tracker does
   * before it looks for the joints (Zhang et al.: MediaPipe Hands, arXiv 2006.10214, section 2), but not turned.
   *
   * @param size sides of the palm that the hand's square is long
   * @param towardsFingers sides of the palm by which its centre moves from the wrist to the fingers
   */
  Box hand(double size, double towardsFingers) {
    double x = centreX() + fingersX() * side() * towardsFingers;
    double y = centreY() + fingersY() * side() * towardsFingers;
    double half = size * side() / 2;
    return new Box((float) (x - half), (float) (y - half), (float) (2 * half), (float) (2 * half));
  }
}
