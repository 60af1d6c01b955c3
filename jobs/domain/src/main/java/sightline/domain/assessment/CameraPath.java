package sightline.domain.assessment;

import java.util.List;
import sightline.domain.framing.Motion;
import sightline.domain.framing.Motions;
import sightline.domain.framing.Profiles;

/**
 * Where the camera's motion moved the scene from frame to frame. A step of which the profiles do not tell counts as none.
 *
 * @param right pixels of the stored raster since the first frame, one a frame
 * @param down likewise
 */
record CameraPath(double[] right, double[] down) {

  /** Of frames of one raster that lie the same way, in their order. */
  static CameraPath through(List<AssessedFrame> frames, Motions motions) {
    double[] right = new double[frames.size()];
    double[] down = new double[frames.size()];
    for (int at = 1; at < frames.size(); at++) {
      right[at] = right[at - 1];
      down[at] = down[at - 1];
      step(frames.get(at - 1), frames.get(at), at, right, down, motions);
    }
    return new CameraPath(right, down);
  }

  private static void step(
      AssessedFrame from,
      AssessedFrame to,
      int at,
      double[] right,
      double[] down,
      Motions motions) {
    Profiles before = from.assessment().camera().profiles();
    Profiles after = to.assessment().camera().profiles();
    if (before == null || after == null) {
      return;
    }
    Motion motion = motions.between(before, after);
    double across = motion.right().assessed() ? motion.right().orThrow() : 0;
    double along = motion.down().assessed() ? motion.down().orThrow() : 0;
    int width = to.header().width();
    int height = to.header().height();
    // the profiles are those of the upright picture
    switch (to.assessment().upright()) {
      case NONE -> {
        right[at] += across * width;
        down[at] += along * height;
      }
      case CLOCKWISE_90 -> {
        right[at] += along * width;
        down[at] -= across * height;
      }
      case HALF_TURN -> {
        right[at] -= across * width;
        down[at] -= along * height;
      }
      case CLOCKWISE_270 -> {
        right[at] -= along * width;
        down[at] += across * height;
      }
    }
  }
}
