package sightline.vision.decode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Codes pictures as JPEG. */
public final class Encoder {
  private Encoder() {}

  /**
   * @param bgr 8 bits a channel, 1 or 3 channels
   * @param quality 1 to 100
   * @throws IllegalArgumentException where the picture is empty or of another kind
   */
  public static byte[] jpeg(Mat bgr, int quality) {
    try (PointerScope scope = new PointerScope()) {
      BytePointer coded = new BytePointer();
      IntPointer settings = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality);
      if (bgr.empty() || !opencv_imgcodecs.imencode(".jpg", bgr, coded, settings)) {
        throw new IllegalArgumentException("a picture of %s x %s with %s channels cannot be coded"
            .formatted(bgr.cols(), bgr.rows(), bgr.channels()));
      }
      byte[] bytes = new byte[Math.toIntExact(coded.limit())];
      coded.get(bytes);
      return bytes;
    }
  }
}
