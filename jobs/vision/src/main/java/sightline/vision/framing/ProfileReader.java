package sightline.vision.framing;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import sightline.domain.framing.Profiles;

/** Takes the profiles of a luma picture. */
final class ProfileReader {
  private static final int HASH_COLUMNS = 9;
  private static final int HASH_ROWS = 8;

  private ProfileReader() {}

  static Profiles read(Mat luma) {
    byte[] cells = reduced(luma, Profiles.COLUMNS, Profiles.ROWS);
    byte[] columns = new byte[Profiles.COLUMNS];
    for (int x = 0; x < columns.length; x++) {
      columns[x] = mean(cells, x, Profiles.COLUMNS, Profiles.ROWS);
    }
    byte[] rows = new byte[Profiles.ROWS];
    for (int y = 0; y < rows.length; y++) {
      rows[y] = mean(cells, y * Profiles.COLUMNS, 1, Profiles.COLUMNS);
    }
    return new Profiles(columns, rows, fingerprint(reduced(luma, HASH_COLUMNS, HASH_ROWS)));
  }

  private static byte mean(byte[] cells, int first, int stride, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += cells[first + i * stride] & 0xFF;
    }
    return (byte) Math.round((double) sum / count);
  }

  private static long fingerprint(byte[] thumbnail) {
    long bits = 0;
    for (int y = 0; y < HASH_ROWS; y++) {
      for (int x = 0; x < HASH_COLUMNS - 1; x++) {
        int left = y * HASH_COLUMNS + x;
        boolean falls = (thumbnail[left] & 0xFF) > (thumbnail[left + 1] & 0xFF);
        bits = bits << 1 | (falls ? 1 : 0);
      }
    }
    return bits;
  }

  private static byte[] reduced(Mat luma, int width, int height) {
    byte[] cells = new byte[width * height];
    try (PointerScope scope = new PointerScope()) {
      Mat small = new Mat();
      opencv_imgproc.resize(luma, small, new Size(width, height), 0, 0, opencv_imgproc.INTER_AREA);
      ByteBuffer pixels = small.createBuffer();
      pixels.get(cells);
    }
    return cells;
  }
}
