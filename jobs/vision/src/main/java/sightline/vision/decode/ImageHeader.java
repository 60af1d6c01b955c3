package sightline.vision.decode;

import org.jspecify.annotations.Nullable;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rotation;

/**
 * What the structure of a coded image says, read in plain Java before any native code touches a byte: linear time, nothing
 * allocated by declared sizes, and no input makes it throw.
 */
public sealed interface ImageHeader {

  /**
   * An image worth decoding: whole, of a coding that is read, within the limits.
   *
   * @param width pixels of the stored raster, before {@code exif}
   * @param height pixels of the stored raster
   * @param exif the turn that the image's own orientation tag asks for
   */
  record Accepted(int width, int height, Rotation exif) implements ImageHeader {}

  /**
   * @param measured the number that offended, null where none applies
   * @param limit what it was held against, null where none applies
   */
  record Refused(
      RejectReason reason,
      @Nullable Long measured,
      @Nullable Long limit) implements ImageHeader {
    static Refused because(RejectReason reason) {
      return new Refused(reason, null, null);
    }
  }

  static ImageHeader read(byte[] bytes, ImageLimits limits) {
    if (bytes.length == 0) {
      return Refused.because(RejectReason.EMPTY_IMAGE);
    }
    if (bytes.length > limits.maxBytes()) {
      return new Refused(RejectReason.TOO_MANY_BYTES, (long) bytes.length, limits.maxBytes());
    }
    ImageHeader header = structure(new Bytes(bytes));
    return header instanceof Accepted accepted ? within(accepted, limits) : header;
  }

  private static ImageHeader structure(Bytes bytes) {
    if (PngStructure.startsIn(bytes)) {
      return PngStructure.read(bytes);
    }
    if (JpegStructure.startsIn(bytes)) {
      return new JpegStructure(bytes).read();
    }
    return Refused.because(RejectReason.NOT_AN_IMAGE);
  }

  private static ImageHeader within(Accepted header, ImageLimits limits) {
    int side = Math.min(header.width(), header.height());
    if (side < limits.minSide()) {
      return new Refused(RejectReason.TOO_SMALL, (long) side, (long) limits.minSide());
    }
    long pixels = (long) header.width() * header.height();
    if (pixels > limits.maxPixels()) {
      return new Refused(RejectReason.TOO_MANY_PIXELS, pixels, limits.maxPixels());
    }
    return header;
  }
}
