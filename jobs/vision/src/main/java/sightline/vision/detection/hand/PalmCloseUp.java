package sightline.vision.detection.hand;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import sightline.vision.decode.Picture;

/**
 * A second look at a palm that was found, in a square around the hand. A true hand is found again, near where it was and about
 * as large; a knob or a shoe mostly is not.
 *
 * @param pixels as the palm model reads them
 * @param x where the palm should be found, in pixels of the input
 * @param y where the palm should be found
 * @param side how large it should be found
 */
record PalmCloseUp(float[] pixels, double x, double y, double side) {
  /** Sides of the palm by which the square's middle lies nearer to the fingers than the palm's. */
  private static final double TOWARDS_FINGERS = 0.3;

  private static final double NEAR = 0.6;
  private static final double AS_LARGE = 0.5;

  /** How the picture is held for a second look. */
  enum Held {
    /** Turned so that the fingers point up, as the model has seen most hands. */
    FINGERS_UP,
    AS_IT_IS
  }

  /**
   * @param sides of the palm that the square is long
   */
  static PalmCloseUp of(Picture picture, Palm palm, double sides, Held held) {
    double scale = PalmAnchors.SIDE / (sides * palm.side());
    double middleX = palm.centreX() + palm.fingersX() * palm.side() * TOWARDS_FINGERS;
    double middleY = palm.centreY() + palm.fingersY() * palm.side() * TOWARDS_FINGERS;
    // clockwise, from up to where the fingers point
    double angle = held == Held.AS_IT_IS ? 0 : Math.atan2(palm.fingersX(), -palm.fingersY());
    double down = TOWARDS_FINGERS * palm.side() * scale;
    double half = PalmAnchors.SIDE / 2.0;
    boolean turned = held == Held.FINGERS_UP;
    return new PalmCloseUp(
        pixels(picture, middleX, middleY, scale, angle),
        turned ? half : half - palm.fingersX() * down,
        turned ? half + down : half - palm.fingersY() * down,
        palm.side() * scale);
  }

  private static float[] pixels(
      Picture picture, double middleX, double middleY, double scale, double angle) {
    try (PointerScope scope = new PointerScope()) {
      // half the diagonal: what any turn can bring into the square
      double reach = PalmAnchors.SIDE / scale * Math.sqrt(0.5);
      int left = (int) Math.max(0, Math.floor(middleX - reach));
      int top = (int) Math.max(0, Math.floor(middleY - reach));
      int right = (int) Math.min(picture.width(), Math.ceil(middleX + reach));
      int bottom = (int) Math.min(picture.height(), Math.ceil(middleY + reach));
      Mat square =
          new Mat(PalmAnchors.SIDE, PalmAnchors.SIDE, opencv_core.CV_8UC3, new Scalar(0, 0, 0, 0));
      if (left < right && top < bottom) {
        Mat cut = picture.bgr().apply(new Rect(left, top, right - left, bottom - top));
        // shrunk before it is turned: the turn itself only looks at four neighbours and would pick
        // grains out of a large picture
        double shrink = Math.min(1, scale);
        Size size = new Size(Math.max(1, (int) Math.round(cut.cols() * shrink)), Math.max(1, (int)
            Math.round(cut.rows() * shrink)));
        Mat sized = new Mat();
        opencv_imgproc.resize(cut, sized, size, 0, 0, opencv_imgproc.INTER_AREA);
        double x = (middleX - left) * size.width() / cut.cols();
        double y = (middleY - top) * size.height() / cut.rows();
        Mat turn = turn(x, y, scale / shrink, angle);
        opencv_imgproc.warpAffine(sized, square, turn, square.size());
      }
      return PalmInput.interleaved(square);
    }
  }

  /** Turns the direction {@code angle} up about a point, and puts that point into the middle of the square. */
  private static Mat turn(double x, double y, double scale, double angle) {
    double cos = scale * Math.cos(angle);
    double sin = scale * Math.sin(angle);
    double half = PalmAnchors.SIDE / 2.0;
    Mat turn = new Mat(2, 3, opencv_core.CV_64F);
    try (DoubleIndexer cells = turn.createIndexer()) {
      cells.put(0, 0, cos).put(0, 1, sin).put(0, 2, half - cos * x - sin * y);
      cells.put(1, 0, -sin).put(1, 1, cos).put(1, 2, half + sin * x - cos * y);
    }
    return turn;
  }

  /**
   * @param seen what the model saw in the square
   * @param unseen the score that stands for not having been found again
   * @return the best score of a palm where it should be and about as large as it should be
   */
  float foundAgain(List<Palm> seen, float unseen) {
    float best = unseen;
    for (Palm palm : seen) {
      double larger = Math.max(side, palm.side());
      double apart = Math.hypot(palm.centreX() - x, palm.centreY() - y) / larger;
      if (apart < NEAR && Math.min(side, palm.side()) / larger > AS_LARGE) {
        best = Math.max(best, palm.score());
      }
    }
    return best;
  }
}
