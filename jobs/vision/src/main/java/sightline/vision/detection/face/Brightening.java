package sightline.vision.detection.face;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Multiplies all levels by one gain, so that a dim picture becomes as bright as the footage detectors were trained on. One
 * gain for the three channels: colours keep their ratios until they clip, and nothing here knows a colour of skin.
 *
 * @param target mean luma that is aimed at, 0 to 1
 * @param most no higher gain: beyond it there is more noise than face
 */
record Brightening(double target, double most) {
  /** Below this gain a second picture would say what the first has said. */
  private static final double LEAST = 1.1;

  private static final double WHITE = 255;

  /** The gain for a picture of this mean luma, 0 to 1. */
  double gain(double meanLuma) {
    return Math.min(most, target / Math.max(meanLuma, 1 / WHITE));
  }

  boolean worthwhile(double meanLuma) {
    return gain(meanLuma) > LEAST;
  }

  /** A brighter copy, which belongs to the caller. */
  Mat of(Mat bgr) {
    Mat bright = new Mat();
    bgr.convertTo(bright, -1, gain(meanLuma(bgr)), 0);
    return bright;
  }

  /** Mean luma (ITU-R BT.601), 0 to 1. */
  static double meanLuma(Mat bgr) {
    try (PointerScope scope = new PointerScope()) {
      Mat gray = new Mat();
      opencv_imgproc.cvtColor(bgr, gray, opencv_imgproc.COLOR_BGR2GRAY);
      return opencv_core.mean(gray).get(0) / WHITE;
    }
  }
}
