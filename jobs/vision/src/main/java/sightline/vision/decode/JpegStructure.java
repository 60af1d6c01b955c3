package sightline.vision.decode;

import org.jspecify.annotations.Nullable;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rotation;
import sightline.vision.decode.ImageHeader.Accepted;
import sightline.vision.decode.ImageHeader.Refused;

/**
 * Walks the markers of a JPEG (ITU-T T.81, annex B) from SOI to the EOI of the main image. Segments are skipped by their
 * length, so a thumbnail inside one is never taken for the picture; what stands behind EOI is not looked at. Between segments
 * it resynchronises as libjpeg does, so that both read the same frame header.
 */
final class JpegStructure {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP1 = 0xE1;
  private static final String EXIF = "Exif\0\0";

  private final Bytes bytes;
  private long at = 2;
  private int width;
  private int height;
  private boolean framed;
  private boolean scanned;
  private Rotation exif = Rotation.NONE;
  private boolean oriented;

  JpegStructure(Bytes bytes) {
    this.bytes = bytes;
  }

  static boolean startsIn(Bytes bytes) {
    return bytes.u8(0) == 0xFF && bytes.u8(1) == SOI && bytes.u8(2) == 0xFF;
  }

  ImageHeader read() {
    while (true) {
      int marker = nextMarker();
      if (marker < 0) {
        return Refused.because(RejectReason.TRUNCATED);
      }
      if (marker == EOI) {
        return scanned
            ? new Accepted(width, height, exif)
            : Refused.because(RejectReason.MALFORMED_IMAGE);
      }
      Refused refused = isBare(marker) ? null : segment(marker);
      if (refused != null) {
        return refused;
      }
    }
  }

  /** The next marker's code, or -1 at the end; entropy-coded data between markers is passed over. */
  private int nextMarker() {
    while (at < bytes.length()) {
      if (bytes.u8(at++) != 0xFF) {
        continue;
      }
      while (bytes.u8(at) == 0xFF) {
        at++;
      }
      int code = bytes.u8(at++);
      if (code != 0) {
        return code;
      }
    }
    return -1;
  }

  /** TEM and the restart markers have no segment. */
  private static boolean isBare(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
  }

  private @Nullable Refused segment(int marker) {
    RejectReason unread = unread(marker);
    if (unread != null) {
      return Refused.because(unread);
    }
    int length = bytes.u16(at);
    if (length < 0 || at + length > bytes.length()) {
      return Refused.because(RejectReason.TRUNCATED);
    }
    if (length < 2) {
      return Refused.because(RejectReason.MALFORMED_IMAGE);
    }
    Bytes body = bytes.slice(at + 2, length - 2L);
    at += length;
    if (isFrame(marker)) {
      return frame(body);
    }
    if (marker == SOS) {
      scanned = true;
      return framed ? null : Refused.because(RejectReason.MALFORMED_IMAGE);
    }
    if (marker == APP1) {
      orientation(body);
    }
    return null;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xC2;
  }

  private static @Nullable RejectReason unread(int marker) {
    return switch (marker) {
      // lossless, differential (hierarchical) and arithmetic frames, and the two markers of
      // hierarchical files
      case 0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xDE, 0xDF ->
        RejectReason.COLOUR_MODEL_UNSUPPORTED;
      default ->
        marker == SOI || marker < 0xC0 || (marker >= 0xF0 && marker <= 0xFD)
            ? RejectReason.MALFORMED_IMAGE
            : null;
    };
  }

  private @Nullable Refused frame(Bytes body) {
    int components = body.u8(5);
    if (framed || components < 1 || body.length() != 6 + 3 * components) {
      return Refused.because(RejectReason.MALFORMED_IMAGE);
    }
    if (body.u8(0) != 8 || (components != 1 && components != 3)) {
      return Refused.because(RejectReason.COLOUR_MODEL_UNSUPPORTED);
    }
    framed = true;
    height = body.u16(1);
    width = body.u16(3);
    // a height of 0 would be told later by a DNL marker, which decoders do not read
    return width == 0 || height == 0 ? Refused.because(RejectReason.MALFORMED_IMAGE) : null;
  }

  private void orientation(Bytes body) {
    if (!oriented && body.has(0, EXIF)) {
      Bytes tiff = body.slice(EXIF.length(), body.length());
      ExifOrientation.in(tiff).ifPresent(orientation -> {
        exif = Rotation.ofExif(orientation);
        oriented = true;
      });
    }
  }
}
