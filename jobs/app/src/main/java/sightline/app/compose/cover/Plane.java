package sightline.app.compose.cover;

import java.util.Arrays;

/** One number a pixel. Places are given in widths of the picture: x from 0 to 1, y from 0 to height over width. */
final class Plane {
  /** A number for a place. */
  interface Field {
    double at(double x, double y);
  }

  private final int width;
  private final int height;
  private final float[] values;

  private Plane(int width, int height) {
    this.width = width;
    this.height = height;
    this.values = new float[width * height];
  }

  static Plane of(int width, int height, Field field) {
    Plane plane = new Plane(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        plane.values[y * width + x] = (float) field.at((x + 0.5) / width, (y + 0.5) / width);
      }
    }
    return plane;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  float at(int pixel) {
    return values[pixel];
  }

  void set(int pixel, double value) {
    values[pixel] = (float) value;
  }

  /** The value that {@code share} of all pixels exceed. */
  double exceededBy(double share) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.round((1 - share) * (sorted.length - 1));
    return sorted[Math.max(0, Math.min(sorted.length - 1, rank))];
  }

  double mean() {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Means over a grid of cells, row by row. */
  double[] cells(int columns, int rows) {
    double[] sums = new double[columns * rows];
    int[] counts = new int[columns * rows];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int cell = y * rows / height * columns + x * columns / width;
        sums[cell] += values[y * width + x];
        counts[cell]++;
      }
    }
    for (int cell = 0; cell < sums.length; cell++) {
      sums[cell] = counts[cell] == 0 ? 0 : sums[cell] / counts[cell];
    }
    return sums;
  }

  /** Two passes of a box filter in each direction, edges repeated. */
  Plane blurred(double radiusWidths) {
    int radius = (int) Math.round(radiusWidths * width);
    if (radius < 1) {
      return this;
    }
    Plane once = smeared(1, 0, radius).smeared(0, 1, radius);
    return once.smeared(1, 0, radius).smeared(0, 1, radius);
  }

  /** A box filter along one direction of whole pixels, edges repeated. */
  Plane smeared(int stepX, int stepY, int radius) {
    Plane out = new Plane(width, height);
    boolean across = stepX != 0;
    int lines = across ? height : width;
    int length = across ? width : height;
    int stride = across ? 1 : width;
    for (int line = 0; line < lines; line++) {
      int start = across ? line * width : line;
      double sum = 0;
      for (int i = -radius; i <= radius; i++) {
        sum += values[start + clamp(i, length) * stride];
      }
      for (int i = 0; i < length; i++) {
        out.values[start + i * stride] = (float) (sum / (2 * radius + 1));
        sum += values[start + clamp(i + radius + 1, length) * stride]
            - values[start + clamp(i - radius, length) * stride];
      }
    }
    return out;
  }

  private static int clamp(int i, int length) {
    return Math.max(0, Math.min(length - 1, i));
  }
}
