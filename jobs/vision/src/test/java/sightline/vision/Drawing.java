package sightline.vision;

import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import sightline.domain.frame.Rotation;
import sightline.vision.decode.Picture;

/** Seeded drawings for tests: rooms full of boxes, blurs and covered lenses. Whoever gets a Mat closes it. */
public final class Drawing {
  private Drawing() {}

  /** A bright wall with 120 coloured boxes and lines on it. */
  public static Mat room(int width, int height, long seed) {
    Random random = new Random(seed);
    Mat room = new Mat(height, width, opencv_core.CV_8UC3, colour(190, 200, 205));
    try (PointerScope scope = new PointerScope()) {
      for (int i = 0; i < 120; i++) {
        Point from = new Point(random.nextInt(width), random.nextInt(height));
        Point to =
            new Point(from.x() + random.nextInt(width / 4), from.y() + random.nextInt(height / 4));
        Scalar ink = colour(random.nextInt(256), random.nextInt(256), random.nextInt(256));
        int thickness = i % 3 == 0 ? opencv_imgproc.FILLED : 2;
        opencv_imgproc.rectangle(room, from, to, ink, thickness, opencv_imgproc.LINE_8, 0);
        opencv_imgproc.line(room, to, new Point(from.x(), to.y()), colour(20, 20, 20));
      }
    }
    return room;
  }

  public static Mat plain(int width, int height, int level) {
    return new Mat(height, width, opencv_core.CV_8UC3, colour(level, level, level));
  }

  public static Mat blurred(Mat sharp, double sigma) {
    Mat blurred = new Mat();
    opencv_imgproc.GaussianBlur(sharp, blurred, new Size(), sigma);
    return blurred;
  }

  /** Smeared from left to right over {@code pixels}. */
  public static Mat smeared(Mat sharp, int pixels) {
    Mat smeared = new Mat();
    opencv_imgproc.blur(sharp, smeared, new Size(pixels, 1));
    return smeared;
  }

  public static Mat darkened(Mat bright, double factor) {
    Mat dark = new Mat();
    bright.convertTo(dark, -1, factor, 0);
    return dark;
  }

  public static Mat noisy(Mat clean, double greyLevels, long seed) {
    Random random = new Random(seed);
    Mat noisy = clean.clone();
    try (UByteIndexer pixels = noisy.createIndexer()) {
      for (int y = 0; y < noisy.rows(); y++) {
        for (int x = 0; x < noisy.cols(); x++) {
          double noise = random.nextGaussian() * greyLevels;
          for (int c = 0; c < 3; c++) {
            long value = Math.round(pixels.get(y, x, c) + noise);
            pixels.put(y, x, c, (int) Math.max(0, Math.min(255, value)));
          }
        }
      }
    }
    return noisy;
  }

  /**
   * A dark disc around a corner or edge.
   *
   * @param centreX share of the width
   * @param centreY share of the height
   * @param radius share of the width
   * @param softness pixels over which it fades into the scene, 0 for a hard edge
   */
  public static Mat covered(
      Mat scene, double centreX, double centreY, double radius, double softness) {
    Mat covered = scene.clone();
    double reach = radius * scene.cols();
    try (UByteIndexer pixels = covered.createIndexer()) {
      for (int y = 0; y < scene.rows(); y++) {
        for (int x = 0; x < scene.cols(); x++) {
          double out = Math.hypot(x - centreX * scene.cols(), y - centreY * scene.rows()) - reach;
          double cover =
              softness == 0 ? (out < 0 ? 1 : 0) : Math.max(0, Math.min(1, 0.5 - out / softness));
          for (int c = 0; c < 3; c++) {
            pixels.put(y, x, c, (int) Math.round(22 * cover + (1 - cover) * pixels.get(y, x, c)));
          }
        }
      }
    }
    return covered;
  }

  /** Closes the drawing and hands on its picture. */
  public static Picture picture(Mat drawing) {
    try (drawing) {
      return Picture.of(drawing, Rotation.NONE);
    }
  }

  private static Scalar colour(int blue, int green, int red) {
    return new Scalar(blue, green, red, 0);
  }
}
