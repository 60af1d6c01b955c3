package sightline.vision.redaction;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** How a still picture is coded, and how far hidden pixels had spread in it when it was coded. */
public enum PictureCoding {
  /**
   * A coded block is 16 pixels wide and high where colours are halved, and what was in it rings through all of it; decoders then smooth colours over
   * two pixels more.
   */
  JPEG(".jpg", 16, 2),
  /** Every pixel for itself. */
  PNG(".png", 1, 0);

  /** Above what the eye tells from the original at its own size; a third generation of the usual 95 would double the bytes. */
  private static final int JPEG_QUALITY = 92;

  private final String extension;
  private final int block;
  private final int reach;

  PictureCoding(String extension, int block, int reach) {
    this.extension = extension;
    this.block = block;
    this.reach = reach;
  }

  /**
   * @param image coded bytes that passed their header checks
   */
  static PictureCoding of(byte[] image) {
    return image.length > 0 && (image[0] & 0xFF) == 0xFF ? JPEG : PNG;
  }

  /** What a file of this name holds, empty where its ending is of neither. */
  public static Optional<PictureCoding> named(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    if (lower.endsWith(JPEG.extension) || lower.endsWith(".jpeg")) {
      return Optional.of(JPEG);
    }
    return lower.endsWith(PNG.extension) ? Optional.of(PNG) : Optional.empty();
  }

  /** With its dot, as in {@code .jpg}. */
  public String extension() {
    return extension;
  }

  /** Pixels of a block, which is as wide as it is high. */
  int block() {
    return block;
  }

  /** Pixels beyond its block that a pixel reached when it was decoded. */
  int reach() {
    return reach;
  }

  /**
   * Pixels and nothing else: no orientation, place, time, thumbnail, comment or colour profile.
   *
   * @param bgr 8 bits a channel
   */
  byte[] code(Mat bgr) {
    try (PointerScope scope = new PointerScope()) {
      BytePointer coded = new BytePointer();
      IntPointer settings = this == JPEG
          ? new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY)
          : new IntPointer();
      if (!opencv_imgcodecs.imencode(extension, bgr, coded, settings)) {
        throw new IllegalStateException(
            "%s x %s pixels could not be coded as %s".formatted(bgr.cols(), bgr.rows(), this));
      }
      byte[] bytes = new byte[Math.toIntExact(coded.limit())];
      coded.get(bytes);
      return bytes;
    }
  }
}
