package sightline.vision.decode;

import java.util.OptionalInt;

/** The orientation tag of an EXIF block (TIFF 6.0 structure; EXIF 2.3, tag 0x0112). Hostile offsets find nothing. */
final class ExifOrientation {
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY_BYTES = 12;
  private static final int MAGIC = 42;

  private final Bytes tiff;
  private final boolean littleEndian;

  private ExifOrientation(Bytes tiff, boolean littleEndian) {
    this.tiff = tiff;
    this.littleEndian = littleEndian;
  }

  /**
   * @param tiff from the byte-order mark on, without "Exif\0\0"
   * @return 1 to 8, empty where there is no such tag or it makes no sense
   */
  static OptionalInt in(Bytes tiff) {
    if (tiff.has(0, "II")) {
      return new ExifOrientation(tiff, true).find();
    }
    return tiff.has(0, "MM") ? new ExifOrientation(tiff, false).find() : OptionalInt.empty();
  }

  private OptionalInt find() {
    if (u16(2) != MAGIC) {
      return OptionalInt.empty();
    }
    long directory = u32(4);
    int entries = directory < 0 ? -1 : u16(directory);
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + (long) i * ENTRY_BYTES;
      if (u16(entry) < 0) {
        break;
      }
      if (u16(entry) == TAG) {
        int value = u16(entry + 2) == SHORT && u32(entry + 4) == 1 ? u16(entry + 8) : -1;
        return value >= 1 && value <= 8 ? OptionalInt.of(value) : OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  private int u16(long at) {
    int big = tiff.u16(at);
    return littleEndian && big >= 0 ? (big & 0xFF) << 8 | big >> 8 : big;
  }

  private long u32(long at) {
    if (tiff.u32(at) < 0) {
      return -1;
    }
    return littleEndian ? (long) u16(at + 2) << 16 | u16(at) : tiff.u32(at);
  }
}
