package sightline.vision.detection.face;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture as YuNet reads it: planes of B, G and R, 0 to 255, padded on the right and below with black to multiples of 32.
 *
 * @param scale pixels of the input a pixel of the picture
 */
record YuNetInput(float[] planes, int width, int height, double scale) {
  private static final int MULTIPLE = 32;

  /**
   * @param bgr 8 bits a channel
   * @param longSide pixels to which the picture's long side is brought, up or down
   */
  static YuNetInput of(Mat bgr, int longSide) {
    double scale = (double) longSide / Math.max(bgr.cols(), bgr.rows());
    int across = Math.max(1, (int) Math.round(bgr.cols() * scale));
    int down = Math.max(1, (int) Math.round(bgr.rows() * scale));
    int width = padded(across);
    int height = padded(down);
    try (PointerScope scope = new PointerScope()) {
      Mat sized = new Mat();
      int how = scale < 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
      opencv_imgproc.resize(bgr, sized, new Size(across, down), 0, 0, how);
      Mat boxed = new Mat();
      opencv_core.copyMakeBorder(
          sized,
          boxed,
          0,
          height - down,
          0,
          width - across,
          opencv_core.BORDER_CONSTANT,
          new Scalar());
      FloatBuffer blob = opencv_dnn.blobFromImage(boxed).createBuffer();
      float[] planes = new float[3 * width * height];
      blob.get(planes);
      return new YuNetInput(planes, width, height, scale);
    }
  }

  private static int padded(int pixels) {
    return (pixels + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
  }
}
