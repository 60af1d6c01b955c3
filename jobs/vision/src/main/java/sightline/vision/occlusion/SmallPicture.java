package sightline.vision.occlusion;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import sightline.vision.decode.Picture;

/** The luma of a picture brought to {@value #WIDTH} x {@value #HEIGHT} pixels, whatever its shape. */
final class SmallPicture {
  /** Pixels a side of one of the {@link Cells}. */
  static final int CELL = 16;

  static final int WIDTH = Cells.COLUMNS * CELL;
  static final int HEIGHT = Cells.ROWS * CELL;

  private final byte[] luma = new byte[WIDTH * HEIGHT];

  static SmallPicture of(Picture picture) {
    SmallPicture small = new SmallPicture();
    try (PointerScope scope = new PointerScope()) {
      Mat resized = new Mat();
      Size size = new Size(WIDTH, HEIGHT);
      opencv_imgproc.resize(picture.gray(), resized, size, 0, 0, opencv_imgproc.INTER_AREA);
      // a pixel's own noise would look like an edge to whoever walks from pixel to pixel
      opencv_imgproc.GaussianBlur(resized, resized, new Size(3, 3), 0);
      ByteBuffer pixels = resized.createBuffer();
      pixels.get(small.luma);
    }
    return small;
  }

  static boolean contains(int x, int y) {
    return x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT;
  }

  /** 0 to 255. */
  int luma(int x, int y) {
    return luma[y * WIDTH + x] & 0xFF;
  }

  double meanLuma(int cell) {
    int left = Cells.column(cell) * CELL;
    int top = Cells.row(cell) * CELL;
    long sum = 0;
    for (int y = top; y < top + CELL; y++) {
      for (int x = left; x < left + CELL; x++) {
        sum += luma(x, y);
      }
    }
    return (double) sum / (CELL * CELL);
  }

  /** Mean absolute step between neighbouring pixels of a cell, in grey levels. */
  double texture(int cell) {
    int left = Cells.column(cell) * CELL;
    int top = Cells.row(cell) * CELL;
    long steps = 0;
    for (int y = top; y < top + CELL - 1; y++) {
      for (int x = left; x < left + CELL - 1; x++) {
        steps += Math.abs(luma(x + 1, y) - luma(x, y)) + Math.abs(luma(x, y + 1) - luma(x, y));
      }
    }
    return (double) steps / (2 * (CELL - 1) * (CELL - 1));
  }
}
