package sightline.vision.framing;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_imgproc.LineSegmentDetector;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

/**
 * The long straight edges of a picture (line segment detector: Grompone von Gioi et al. 2010) and the one direction, modulo a
 * right angle, that most of them share: rooms and furniture are built of levels and uprights.
 *
 * <p>Each segment of at least {@value #MIN_LENGTH} of the diagonal weighs by the square of its length. Its direction modulo 90
 * degrees is smoothed with a Gaussian of {@value #SMOOTHING} degrees; the tilt is the weighted mean of those within
 * {@value #NEAR} degrees of the highest point. It is not assessed where fewer than {@value #MIN_LINES} segments, or less than
 * {@value #MIN_SUPPORT} of the weight, lie there, nor beyond {@value #MAX_TILT} degrees, where one turn of a right angle is as
 * good as another.
 *
 * @param directions degrees clockwise from level, modulo 90: 0 up to 90
 * @param weights of the same segments
 */
record Lines(double[] directions, double[] weights) {
  private static final int LONG_SIDE = 160;
  private static final double MIN_LENGTH = 0.1;
  private static final double SMOOTHING = 2;
  private static final double NEAR = 4;
  private static final int MIN_LINES = 3;
  private static final double MIN_SUPPORT = 0.35;
  private static final double MAX_TILT = 38;
  private static final double RIGHT_ANGLE = 90;
  private static final double STEP = 0.5;

  static Lines in(Mat luma) {
    try (PointerScope scope = new PointerScope()) {
      double scale = Math.min(1, (double) LONG_SIDE / Math.max(luma.cols(), luma.rows()));
      Mat small = new Mat();
      opencv_imgproc.resize(luma, small, new Size(), scale, scale, opencv_imgproc.INTER_AREA);
      Mat found = new Mat();
      LineSegmentDetector detector = opencv_imgproc.createLineSegmentDetector(
          opencv_imgproc.LSD_REFINE_NONE, 1, 0.6, 2, 22.5, 0, 0.7, 1024);
      detector.detect(small, found);
      return longOnes(found, MIN_LENGTH * Math.hypot(small.cols(), small.rows()));
    }
  }

  private static Lines longOnes(Mat found, double minLength) {
    int count = found.empty() ? 0 : (int) found.total();
    double[] directions = new double[count];
    double[] weights = new double[count];
    int kept = 0;
    if (count > 0) {
      try (FloatIndexer ends = found.createIndexer()) {
        for (int i = 0; i < count; i++) {
          double across = ends.get(i, 0, 2) - ends.get(i, 0, 0);
          double down = ends.get(i, 0, 3) - ends.get(i, 0, 1);
          double length = Math.hypot(across, down);
          if (length >= minLength) {
            directions[kept] = folded(Math.toDegrees(Math.atan2(down, across)));
            weights[kept++] = length * length;
          }
        }
      }
    }
    return new Lines(Arrays.copyOf(directions, kept), Arrays.copyOf(weights, kept));
  }

  /** Degrees clockwise, rounded to a tenth. */
  Measure tilt() {
    double peak = peak();
    double all = 0;
    double near = 0;
    double turned = 0;
    int lines = 0;
    for (int i = 0; i < weights.length; i++) {
      double off = between(directions[i], peak);
      all += weights[i];
      if (Math.abs(off) <= NEAR) {
        near += weights[i];
        turned += weights[i] * off;
        lines++;
      }
    }
    if (lines < MIN_LINES || near < MIN_SUPPORT * all) {
      return Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
    }
    double tilt = between(peak + turned / near, 0);
    return Math.abs(tilt) > MAX_TILT
        ? Measure.unassessed(Unassessed.NOTHING_TO_MEASURE)
        : Measure.of(Math.round(tilt * 10) / 10.0);
  }

  private double peak() {
    double peak = 0;
    double highest = 0;
    for (double at = 0; at < RIGHT_ANGLE; at += STEP) {
      double height = 0;
      for (int i = 0; i < weights.length; i++) {
        double off = between(directions[i], at) / SMOOTHING;
        height += weights[i] * Math.exp(-off * off / 2);
      }
      if (height > highest) {
        highest = height;
        peak = at;
      }
    }
    return peak;
  }

  /** From one direction to another modulo a right angle, -45 to 45. */
  private static double between(double to, double from) {
    double off = folded(to - from);
    return off >= RIGHT_ANGLE / 2 ? off - RIGHT_ANGLE : off;
  }

  private static double folded(double degrees) {
    double folded = degrees % RIGHT_ANGLE;
    return folded < 0 ? folded + RIGHT_ANGLE : folded;
  }
}
