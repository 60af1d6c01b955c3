package sightline.vision.decode;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rotation;
import sightline.vision.decode.ImageHeader.Accepted;
import sightline.vision.decode.ImageHeader.Refused;

/** Walks the chunks of a PNG (W3C PNG, third edition, section 5) from the signature to IEND. */
final class PngStructure {
  private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
  private static final int HEADER_BYTES = 13;
  private static final int GREY_WITH_ALPHA = 4;
  private static final int COLOUR_WITH_ALPHA = 6;
  /** Length, type and checksum around a chunk's data. */
  private static final int FRAMING = 12;

  private PngStructure() {}

  static boolean startsIn(Bytes bytes) {
    return bytes.has(0, SIGNATURE);
  }

  static ImageHeader read(Bytes bytes) {
    Bytes first = bytes.slice(SIGNATURE.length() + 8L, HEADER_BYTES);
    if (first.length() < HEADER_BYTES) {
      return Refused.because(RejectReason.TRUNCATED);
    }
    if (bytes.u32(SIGNATURE.length()) != HEADER_BYTES
        || !bytes.has(SIGNATURE.length() + 4L, "IHDR")
        || !sane(first)) {
      return Refused.because(RejectReason.MALFORMED_IMAGE);
    }
    int colour = first.u8(9);
    // Alpha is a second picture: decoders that drop it and viewers that honour it see different
    // things.
    return colour == GREY_WITH_ALPHA || colour == COLOUR_WITH_ALPHA
        ? Refused.because(RejectReason.COLOUR_MODEL_UNSUPPORTED)
        : chunks(bytes, first);
  }

  private static ImageHeader chunks(Bytes bytes, Bytes first) {
    long at = SIGNATURE.length() + (long) FRAMING + HEADER_BYTES;
    boolean pixels = false;
    Rotation exif = Rotation.NONE;
    while (true) {
      long length = bytes.u32(at);
      if (length < 0 || at + FRAMING + length > bytes.length()) {
        return Refused.because(RejectReason.TRUNCATED);
      }
      RejectReason refused = refusal(bytes, at + 4);
      if (refused != null) {
        return Refused.because(refused);
      }
      if (bytes.has(at + 4, "IEND")) {
        return pixels
            ? new Accepted((int) first.u32(0), (int) first.u32(4), exif)
            : Refused.because(RejectReason.MALFORMED_IMAGE);
      }
      pixels |= bytes.has(at + 4, "IDAT");
      if (bytes.has(at + 4, "eXIf")) {
        OptionalInt orientation = ExifOrientation.in(bytes.slice(at + 8, length));
        exif = orientation.isPresent() ? Rotation.ofExif(orientation.getAsInt()) : exif;
      }
      at += FRAMING + length;
    }
  }

  /** Why the chunk whose type stands at {@code type} ends the reading, null where it does not. */
  private static @Nullable RejectReason refusal(Bytes bytes, long type) {
    for (int i = 0; i < 4; i++) {
      int letter = bytes.u8(type + i) | 0x20;
      if (letter < 'a' || letter > 'z') {
        return RejectReason.MALFORMED_IMAGE;
      }
    }
    if (bytes.has(type, "IHDR")) {
      return RejectReason.MALFORMED_IMAGE;
    }
    if (bytes.has(type, "tRNS")) {
      return RejectReason.COLOUR_MODEL_UNSUPPORTED;
    }
    return bytes.has(type, "acTL") ? RejectReason.MULTIPLE_IMAGES : null;
  }

  private static boolean sane(Bytes header) {
    int depth = header.u8(8);
    boolean known = switch (header.u8(9)) {
      case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
      case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
      case 2, 4, 6 -> depth == 8 || depth == 16;
      default -> false;
    };
    return known && side(header.u32(0)) && side(header.u32(4));
  }

  private static boolean side(long pixels) {
    return pixels > 0 && pixels <= Integer.MAX_VALUE;
  }
}
