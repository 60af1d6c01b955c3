package sightline.vision.sharpness;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;
import sightline.vision.decode.Picture;

/**
 * How crisp a frame is, per tile of a luma picture whose long side is at most {@value #LONG_SIDE} pixels.
 *
 * <p>In each of 8 x 6 tiles the gradient's structure tensor J (Förstner and Gülch 1987) is averaged at two scales, Gaussian
 * derivatives of sigma f = {@value #FINE} and c = {@value #COARSE} pixels. Its smaller eigenvalue l is the gradient energy in
 * the direction that has least of it, so a blur along one direction cannot hide behind crisp edges along the other. White
 * noise of variance v adds v / (8 pi sigma^4) to the energy of every direction; that much is taken off, with v read from the
 * quietest tiles. A tile's acutance is (l(f) / l(c) - 1) / (c / f - 1): a ratio, so contrast cancels out; about 1 for an ideal
 * step, as a step's energy goes with 1 / sigma, more for fine texture, towards 0 with growing blur.
 *
 * <p>Tiles without texture at the coarse scale are not judged. Everything is rounded to four decimals.
 */
public final class SharpnessMeter {
  static final int LONG_SIDE = 640;
  static final double FINE = 0.8;
  static final double COARSE = 2.4;

  /** Gradient energy, in squared grey levels a pixel, that a tile needs at the coarse scale, both directions together. */
  private static final double MIN_TEXTURE = 4.5;

  /** No more noise than this is taken off, in grey levels: a picture that is texture all over is not noise all over. */
  private static final double MAX_NOISE = 6;

  /** On 75 photographs 5% of the tiles lie below this as they are, 78% under a Gaussian blur of two pixels (medians). */
  private static final double BLURRED_BELOW = 0.5;

  private static final int MIN_TILES = 4;
  private static final double MIN_MEAN_LUMA = 20;

  public Sharpness measure(Picture picture) {
    double[] tiles;
    try (PointerScope scope = new PointerScope()) {
      if (opencv_core.mean(picture.gray()).get(0) < MIN_MEAN_LUMA) {
        return Sharpness.unassessed(Unassessed.TOO_DARK);
      }
      tiles = acutances(picture);
    }
    if (tiles.length < MIN_TILES) {
      // a bare wall, or blur beyond anything with an edge left: there is nothing to judge by
      return Sharpness.unassessed(Unassessed.NOTHING_TO_MEASURE);
    }
    Arrays.sort(tiles);
    double blurred = Arrays.stream(tiles).filter(tile -> tile < BLURRED_BELOW).count();
    return new Sharpness(measure(tiles[tiles.length * 3 / 4]), measure(blurred / tiles.length));
  }

  private static double[] acutances(Picture picture) {
    Mat luma = new Mat();
    opencv_imgproc.resize(
        picture.gray(), luma, picture.within(LONG_SIDE), 0, 0, opencv_imgproc.INTER_AREA);
    luma.convertTo(luma, opencv_core.CV_32F);
    TileTensors fine = TileTensors.of(luma, FINE);
    TileTensors coarse = TileTensors.of(luma, COARSE);
    double floor = Math.min(fine.quietest(), noiseEnergy(MAX_NOISE));
    double coarseFloor = floor * Math.pow(FINE / COARSE, 4);
    double[] acutances = new double[TileTensors.TILES];
    int judged = 0;
    for (int tile = 0; tile < TileTensors.TILES; tile++) {
      if (coarse.energy(tile) - 2 * coarseFloor >= MIN_TEXTURE) {
        double ratio = Math.max(0, fine.least(tile) - floor)
            / Math.max(1e-3, coarse.least(tile) - coarseFloor);
        acutances[judged++] = Math.max(0, ratio - 1) / (COARSE / FINE - 1);
      }
    }
    return Arrays.copyOf(acutances, judged);
  }

  /** What white noise of this standard deviation adds to the energy of each direction at the fine scale. */
  private static double noiseEnergy(double greyLevels) {
    return greyLevels * greyLevels / (8 * Math.PI * Math.pow(FINE, 4));
  }

  private static Measure measure(double value) {
    return Measure.of(Math.round(value * 1e4) / 1e4);
  }
}
