package sightline.vision.sharpness;

import java.util.Arrays;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The gradient's structure tensor, averaged over each of 8 x 6 tiles, at one scale.
 *
 * @param across mean squared derivative from left to right, per tile, row by row, in squared grey levels a pixel
 * @param down the same from top to bottom
 * @param mixed mean product of both
 */
record TileTensors(float[] across, float[] down, float[] mixed) {
  static final int COLUMNS = 8;
  static final int ROWS = 6;
  static final int TILES = COLUMNS * ROWS;

  /**
   * Leaves its native memory to the caller's scope.
   *
   * @param luma 32-bit floats
   * @param sigma of the Gaussian derivative, pixels
   */
  static TileTensors of(Mat luma, double sigma) {
    Mat smooth = new Mat();
    opencv_imgproc.GaussianBlur(luma, smooth, new Size(), sigma);
    Mat dx = derivative(smooth, 1, 0);
    Mat dy = derivative(smooth, 0, 1);
    return new TileTensors(meanProduct(dx, dx), meanProduct(dy, dy), meanProduct(dx, dy));
  }

  private static Mat derivative(Mat smooth, int across, int down) {
    Mat derivative = new Mat();
    // a central difference: its two pixels lie two apart, hence the half
    opencv_imgproc.Sobel(
        smooth,
        derivative,
        opencv_core.CV_32F,
        across,
        down,
        1,
        0.5,
        0,
        opencv_core.BORDER_DEFAULT);
    return derivative;
  }

  /** Shrinking by area is averaging over tiles, also where tiles do not fall on whole pixels. */
  private static float[] meanProduct(Mat one, Mat other) {
    Mat product = new Mat();
    opencv_core.multiply(one, other, product);
    Mat means = new Mat();
    opencv_imgproc.resize(product, means, new Size(COLUMNS, ROWS), 0, 0, opencv_imgproc.INTER_AREA);
    float[] tiles = new float[TILES];
    try (FloatIndexer indexer = means.createIndexer()) {
      for (int row = 0; row < ROWS; row++) {
        for (int column = 0; column < COLUMNS; column++) {
          tiles[row * COLUMNS + column] = indexer.get(row, column);
        }
      }
    }
    return tiles;
  }

  /** Energy of all directions together. */
  double energy(int tile) {
    return (double) across[tile] + down[tile];
  }

  /** Energy of the direction that has least of it: the tensor's smaller eigenvalue. */
  double least(int tile) {
    double half = ((double) across[tile] - down[tile]) / 2;
    return energy(tile) / 2 - Math.hypot(half, mixed[tile]);
  }

  /** The tenth percentile of the tiles' energy in their quieter axis: what is there even where nothing is. */
  double quietest() {
    double[] energies = new double[TILES];
    for (int tile = 0; tile < TILES; tile++) {
      energies[tile] = Math.min(across[tile], down[tile]);
    }
    Arrays.sort(energies);
    return energies[TILES / 10];
  }
}
