package sightline.vision.detection.object;

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
 * A picture as YOLOX reads it: square planes of B, G and R, 0 to 255, the picture at top left and gray beside or below it.
 *
 * @param scale pixels of the input a pixel of the picture
 */
record YoloxInput(float[] planes, double scale) {
  /** The gray with which the model was trained. */
  private static final int PADDING = 114;

  /**
   * @param side pixels to which the picture's long side is brought, up or down
   */
  static YoloxInput of(Picture picture, int side) {
    double scale = (double) side / Math.max(picture.width(), picture.height());
    int across = Math.max(1, (int) Math.round(picture.width() * scale));
    int down = Math.max(1, (int) Math.round(picture.height() * scale));
    try (PointerScope scope = new PointerScope()) {
      Mat sized = new Mat();
      int how = scale < 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
      opencv_imgproc.resize(picture.bgr(), sized, new Size(across, down), 0, 0, how);
      Mat boxed = new Mat();
      opencv_core.copyMakeBorder(
          sized,
          boxed,
          0,
          side - down,
          0,
          side - across,
          opencv_core.BORDER_CONSTANT,
          new Scalar(PADDING, PADDING, PADDING, 0));
      FloatBuffer blob = opencv_dnn.blobFromImage(boxed).createBuffer();
      float[] planes = new float[3 * side * side];
      blob.get(planes);
      return new YoloxInput(planes, scale);
    }
  }
}
