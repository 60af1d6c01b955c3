package sightline.vision.decode;

import java.nio.charset.StandardCharsets;

/** A window on bytes that nobody vouches for: reading outside it gives -1, never an exception. */
final class Bytes {
  private final byte[] all;
  private final int from;
  private final int length;

  Bytes(byte[] all) {
    this(all, 0, all.length);
  }

  private Bytes(byte[] all, int from, int length) {
    this.all = all;
    this.from = from;
    this.length = length;
  }

  int length() {
    return length;
  }

  /** The part from {@code offset}, cut to what there is. */
  Bytes slice(long offset, long count) {
    long start = Math.max(0, Math.min(offset, length));
    long size = Math.max(0, Math.min(count, length - start));
    return new Bytes(all, (int) (from + start), (int) size);
  }

  /** 0 to 255, or -1 outside. */
  int u8(long at) {
    return at < 0 || at >= length ? -1 : all[(int) (from + at)] & 0xFF;
  }

  /** Big-endian, 0 to 65535, or -1 where not both bytes are there. */
  int u16(long at) {
    return at < 0 || at + 2 > length ? -1 : u8(at) << 8 | u8(at + 1);
  }

  /** Big-endian, 0 to 2^32-1, or -1 where not all bytes are there. */
  long u32(long at) {
    return at < 0 || at + 4 > length ? -1 : (long) u16(at) << 16 | u16(at + 2);
  }

  /** Whether the Latin-1 characters of {@code text} stand at {@code at}. */
  boolean has(long at, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < wanted.length; i++) {
      if (u8(at + i) != (wanted[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }
}
