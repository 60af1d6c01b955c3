package sightline.vision.exposure;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.vision.decode.Picture;

/**
 * How light fell on a frame, from the histogram h of its 8-bit luma (ITU-R BT.601): brightness is the mean over 255, shadows
 * the share of h at {@value #SHADOW} or below, highlights the share at {@value #HIGHLIGHT} or above, contrast the 95th minus
 * the 5th percentile over 255. All lie in 0 to 1 and are rounded to four decimals.
 */
public final class ExposureMeter {
  private static final int LEVELS = 256;
  private static final double WHITE = 255;
  private static final int SHADOW = 8;
  private static final int HIGHLIGHT = 250;

  public Exposure measure(Picture picture) {
    long[] histogram = histogram(picture.gray());
    long pixels = 0;
    long light = 0;
    for (int level = 0; level < LEVELS; level++) {
      pixels += histogram[level];
      light += level * histogram[level];
    }
    int low = percentile(histogram, pixels, 0.05);
    int high = percentile(histogram, pixels, 0.95);
    return new Exposure(
        measure(light / WHITE / pixels),
        measure((double) between(histogram, 0, SHADOW) / pixels),
        measure((double) between(histogram, HIGHLIGHT, LEVELS - 1) / pixels),
        measure((high - low) / WHITE));
  }

  private static long[] histogram(Mat gray) {
    try (PointerScope scope = new PointerScope()) {
      Mat counts = new Mat();
      opencv_imgproc.calcHist(
          new MatVector(gray),
          new IntPointer(new int[] {0}),
          new Mat(),
          counts,
          new IntPointer(new int[] {LEVELS}),
          new FloatPointer(new float[] {0, LEVELS}));
      long[] histogram = new long[LEVELS];
      try (FloatIndexer levels = counts.createIndexer()) {
        for (int level = 0; level < LEVELS; level++) {
          histogram[level] = (long) levels.get(level);
        }
      }
      return histogram;
    }
  }

  /** The lowest level up to which at least {@code share} of all pixels lie. */
  private static int percentile(long[] histogram, long pixels, double share) {
    long seen = 0;
    for (int level = 0; level < LEVELS; level++) {
      seen += histogram[level];
      if (seen >= share * pixels) {
        return level;
      }
    }
    return LEVELS - 1;
  }

  private static long between(long[] histogram, int from, int to) {
    long count = 0;
    for (int level = from; level <= to; level++) {
      count += histogram[level];
    }
    return count;
  }

  private static Measure measure(double value) {
    return Measure.of(Math.round(value * 1e4) / 1e4);
  }
}
