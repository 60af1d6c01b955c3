package sightline.vision.detection.text;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import sightline.vision.decode.Picture;

/**
 * A picture as the text model reads it: planes of B, G and R, each (value / 255 - mean) / deviation, padded on the right and
 * below with the mean to multiples of 32. A dark picture is brightened first: in a quarter of the light the model misses
 * every fourth line of a receipt that it finds after.
 *
 * @param planes three of {@code width} x {@code height}, one after the other
 * @param width pixels of the input, with padding
 * @param height pixels of the input, with padding
 * @param across pixels of the input that show the picture
 * @param down pixels of the input that show the picture
 * @param scale pixels of the input a pixel of the picture, at most 1
 */
record TextInput(float[] planes, int width, int height, int across, int down, double scale) {
  private static final int MULTIPLE = 32;
  /** The mean level, 0 to 255, to which a darker picture is brought, as far as {@link #MAX_GAIN} goes. */
  private static final double BRIGHT = 110;

  private static final double MAX_GAIN = 4;
  // the usual ImageNet numbers, in the order in which PaddleOCR applies them to B, G and R
  private static final double[] MEAN = {0.485, 0.456, 0.406};
  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

  /**
   * @param longSide pixels to which the picture's long side is brought down; a smaller picture stays as it is, because
   *     enlarging costs time and finds no more lines
   */
  static TextInput of(Picture picture, int longSide) {
    try (PointerScope scope = new PointerScope()) {
      Size size = picture.within(longSide);
      int across = size.width();
      int down = size.height();
      int width = padded(across);
      int height = padded(down);
      Scalar mean = new Scalar(255 * MEAN[0], 255 * MEAN[1], 255 * MEAN[2], 0);
      Mat sized = new Mat();
      opencv_imgproc.resize(picture.bgr(), sized, size, 0, 0, opencv_imgproc.INTER_AREA);
      double gain = gain(sized);
      if (gain > 1) {
        sized.convertTo(sized, -1, gain, 0);
      }
      Mat boxed = new Mat();
      opencv_core.copyMakeBorder(
          sized, boxed, 0, height - down, 0, width - across, opencv_core.BORDER_CONSTANT, mean);
      FloatBuffer blob = opencv_dnn
          .blobFromImage(boxed, 1 / 255.0, new Size(), mean, false, false, opencv_core.CV_32F)
          .createBuffer();
      float[] planes = new float[3 * width * height];
      blob.get(planes);
      int plane = width * height;
      for (int i = 0; i < planes.length; i++) {
        planes[i] /= DEVIATION[i / plane];
      }
      double scale = (double) Math.max(across, down) / Math.max(picture.width(), picture.height());
      return new TextInput(planes, width, height, across, down, scale);
    }
  }

  private static double gain(Mat picture) {
    Scalar level = opencv_core.mean(picture);
    double mean = (level.get(0) + level.get(1) + level.get(2)) / 3;
    return Math.max(1, Math.min(MAX_GAIN, BRIGHT / Math.max(1, mean)));
  }

  private static int padded(int pixels) {
    return (pixels + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
  }
}
