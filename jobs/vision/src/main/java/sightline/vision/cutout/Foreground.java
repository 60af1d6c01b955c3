package sightline.vision.cutout;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import sightline.domain.frame.Box;

/** Cuts a thing out of a photo by its box: GrabCut (Rother, Kolmogorov and Blake, SIGGRAPH 2004), as OpenCV has it. */
public final class Foreground {
  private static final int ITERATIONS = 6;
  private static final int CHANNELS = 3;
  private static final int SEED = 1;

  private Foreground() {}

  /**
   * @param bgr width x height x 3 bytes
   * @param box around the thing, within the photo and with a margin of what is not the thing
   * @return width x height bytes: 1 where the thing is, else 0
   * @throws IllegalArgumentException where the bytes do not fit the size
   */
  public static byte[] of(byte[] bgr, int width, int height, Box box) {
    if (bgr.length != width * height * CHANNELS) {
      throw new IllegalArgumentException(
          "%s bytes are no photo of %s x %s".formatted(bgr.length, width, height));
    }
    try (PointerScope scope = new PointerScope()) {
      // the colour models begin with a clustering that draws from OpenCV's own random numbers
      opencv_core.setRNGSeed(SEED);
      Mat photo = new Mat(height, width, opencv_core.CV_8UC3);
      new BytePointer(photo.data()).put(bgr, 0, bgr.length);
      Mat mask = new Mat();
      Rect rect =
          new Rect((int) box.left(), (int) box.top(), (int) box.width(), (int) box.height());
      opencv_imgproc.grabCut(
          photo, mask, rect, new Mat(), new Mat(), ITERATIONS, opencv_imgproc.GC_INIT_WITH_RECT);
      byte[] classes = new byte[width * height];
      new BytePointer(mask.data()).get(classes);
      for (int at = 0; at < classes.length; at++) {
        // both the certain and the probable foreground are odd
        classes[at] = (byte) (classes[at] & 1);
      }
      return classes;
    }
  }
}
