package sightline.vision.noise;

import java.nio.ByteBuffer;

/**
 * One block of luma, {@value #SIDE} pixels square.
 *
 * @param mean grey levels, 0 to 255
 * @param offPlane root mean square distance of its 4 x 4 cell means from the plane through them, grey levels
 * @param noise standard deviation of white noise by Immerkær's mask, grey levels
 */
record FlatBlock(double mean, double offPlane, double noise) {
  static final int SIDE = 16;

  private static final int CELLS = 4;
  private static final int CELL = SIDE / CELLS;
  private static final int RESPONSES = (SIDE - 2) * (SIDE - 2);

  /**
   * @param pixels unsigned bytes
   * @param at of the block's first pixel
   * @param stride bytes from a row to the next
   */
  static FlatBlock of(ByteBuffer pixels, int at, int stride) {
    int[][] block = new int[SIDE][SIDE];
    double[][] cells = new double[CELLS][CELLS];
    double sum = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int level = pixels.get(at + y * stride + x) & 0xFF;
        block[y][x] = level;
        cells[y / CELL][x / CELL] += (double) level / (CELL * CELL);
        sum += level;
      }
    }
    double mean = sum / (SIDE * SIDE);
    return new FlatBlock(mean, offPlane(cells, mean), noise(block));
  }

  /** What the block's own noise does not explain of its {@link #offPlane}: the mean of n pixels has a nth of their variance. */
  double unevenness() {
    return Math.sqrt(Math.max(0, offPlane * offPlane - noise * noise / (CELL * CELL)));
  }

  private static double noise(int[][] block) {
    long sum = 0;
    for (int y = 1; y < SIDE - 1; y++) {
      int[] above = block[y - 1];
      int[] here = block[y];
      int[] below = block[y + 1];
      for (int x = 1; x < SIDE - 1; x++) {
        sum += Math.abs(above[x - 1]
            - 2 * above[x]
            + above[x + 1]
            - 2 * here[x - 1]
            + 4 * here[x]
            - 2 * here[x + 1]
            + below[x - 1]
            - 2 * below[x]
            + below[x + 1]);
      }
    }
    return Math.sqrt(Math.PI / 2) * sum / (6.0 * RESPONSES);
  }

  /** The plane by least squares: on a grid that lies evenly about its middle the two slopes stand apart from each other. */
  private static double offPlane(double[][] cells, double mean) {
    double across = 0;
    double down = 0;
    double spread = 0;
    for (int y = 0; y < CELLS; y++) {
      for (int x = 0; x < CELLS; x++) {
        across += fromMiddle(x) * cells[y][x];
        down += fromMiddle(y) * cells[y][x];
        spread += fromMiddle(x) * fromMiddle(x);
      }
    }
    double squares = 0;
    for (int y = 0; y < CELLS; y++) {
      for (int x = 0; x < CELLS; x++) {
        double plane = mean + (across * fromMiddle(x) + down * fromMiddle(y)) / spread;
        squares += (cells[y][x] - plane) * (cells[y][x] - plane);
      }
    }
    return Math.sqrt(squares / (CELLS * CELLS));
  }

  private static double fromMiddle(int cell) {
    return cell - (CELLS - 1) / 2.0;
  }
}
