package sightline.vision.occlusion;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import sightline.vision.decode.Picture;

/**
 * A picture as the lens net reads it: planes of B, G and R, 0 to 255, {@value #WIDTH} x {@value #HEIGHT} whatever its shape.
 */
record CoverInput(float[] planes) {
  static final int WIDTH = 128;
  static final int HEIGHT = 72;

  private static final int CELL = 8;
  private static final int CELLS = CoverNet.COLUMNS * CoverNet.ROWS;
  private static final int PIXELS = WIDTH * HEIGHT;
  /** A tenth of the cells. */
  private static final int BRIGHTEST = 14;
  /** Mean step between neighbouring pixels, in grey levels. */
  private static final double TEXTURE = 1;

  static CoverInput of(Picture picture) {
    try (PointerScope scope = new PointerScope()) {
      Mat sized = new Mat();
      Size size = new Size(WIDTH, HEIGHT);
      opencv_imgproc.resize(picture.bgr(), sized, size, 0, 0, opencv_imgproc.INTER_AREA);
      FloatBuffer blob = opencv_dnn.blobFromImage(sized).createBuffer();
      float[] planes = new float[3 * PIXELS];
      blob.get(planes);
      return new CoverInput(planes);
    }
  }

  /** Mean luma (ITU-R BT.601) of the brightest tenth of the cells, 0 to 255. */
  double light() {
    double[] means = new double[CELLS];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        means[cell(x, y)] += luma(x, y) / (CELL * CELL);
      }
    }
    Arrays.sort(means);
    return Arrays.stream(means, CELLS - BRIGHTEST, CELLS).average().orElse(0);
  }

  /** How many cells are not plain. */
  int texturedCells() {
    double[] steps = new double[CELLS];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (x % CELL < CELL - 1 && y % CELL < CELL - 1) {
          double step =
              Math.abs(luma(x + 1, y) - luma(x, y)) + Math.abs(luma(x, y + 1) - luma(x, y));
          steps[cell(x, y)] += step / (2 * (CELL - 1) * (CELL - 1));
        }
      }
    }
    return (int) Arrays.stream(steps).filter(step -> step > TEXTURE).count();
  }

  private static int cell(int x, int y) {
    return y / CELL * CoverNet.COLUMNS + x / CELL;
  }

  private double luma(int x, int y) {
    int pixel = y * WIDTH + x;
    return 0.114 * planes[pixel]
        + 0.587 * planes[PIXELS + pixel]
        + 0.299 * planes[2 * PIXELS + pixel];
  }
}
