package sightline.vision.noise;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.vision.decode.Picture;

/**
 * How much a frame's sensor adds by itself: the standard deviation of white noise in luma over 255, 0 to 1, four decimals,
 * from the flat parts of the upright picture at its own size.
 *
 * <p>In each of up to {@value #ACROSS} x {@value #DOWN} evenly spread blocks of {@value FlatBlock#SIDE} pixels the noise is estimated
 * by the difference of two Laplacians, [1 -2 1; -2 4 -2; 1 -2 1], whose response to constant and evenly sloping light is 0 (Immerkær,
 * "Fast Noise Variance Estimation", Computer Vision and Image Understanding 64(2), 1996, eq. 5: sigma = sqrt(pi / 2) * sum |r| /
 * (6 n)). Texture answers to that mask as well. So only flat blocks count: those whose 4 x 4 cell means keep nearest to their
 * own plane. Means of 16 pixels hardly feel the noise, so choosing by them does not choose blocks with less of it. The frame's
 * noise is the lower fifth over the flattest {@value #PERCENT}% of the blocks: a sensor's noise is in all of them, what fine
 * texture adds is not. That reads white noise low by about 7%: added noise of 5 to 15 grey levels came back as 0.84 to 0.98 of it on
 * nine of ten half-size first-person frames, and with up to 1.3 times 5 on one full of fine texture.
 *
 * <p>What this cannot see: noise that a codec has flattened, and noise coarser than two pixels. Grain finer than a cell (a carpet
 * that fills the view) reads as noise.
 */
public final class NoiseMeter {
  static final int ACROSS = 40;
  static final int DOWN = 24;
  private static final int PERCENT = 25;
  private static final int MIN_BLOCKS = 12;

  /** Grey levels by which the cells of a flat block may lie off their plane, once what the noise does to them is taken off. */
  private static final double FLAT = 3;

  /** Where light clips, so does the noise. */
  private static final double MIN_LUMA = 20;

  private static final double MAX_LUMA = 235;
  private static final double WHITE = 255;

  /**
   * Not assessed where the picture is too dark or too small, or nowhere flat.
   */
  public Measure measure(Picture picture) {
    try (PointerScope scope = new PointerScope()) {
      if (opencv_core.mean(picture.gray()).get(0) < MIN_LUMA) {
        return Measure.unassessed(Unassessed.TOO_DARK);
      }
      return noise(picture);
    }
  }

  private static Measure noise(Picture picture) {
    if (Math.min(picture.width(), picture.height()) < 4 * FlatBlock.SIDE) {
      return Measure.unassessed(Unassessed.TOO_SMALL);
    }
    FlatBlock[] blocks = blocks(picture.gray());
    FlatBlock[] flat = Arrays.stream(blocks)
        .filter(block -> block.mean() >= MIN_LUMA && block.mean() <= MAX_LUMA)
        .filter(block -> block.unevenness() <= FLAT)
        .sorted(Comparator.comparingDouble(FlatBlock::offPlane))
        .limit(Math.max(MIN_BLOCKS, blocks.length * PERCENT / 100))
        .toArray(FlatBlock[]::new);
    if (flat.length < MIN_BLOCKS) {
      return Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
    }
    double[] noise = Arrays.stream(flat).mapToDouble(FlatBlock::noise).sorted().toArray();
    return Measure.of(Math.round(noise[noise.length / 5] / WHITE * 1e4) / 1e4);
  }

  private static FlatBlock[] blocks(Mat gray) {
    int across = Math.min(ACROSS, gray.cols() / FlatBlock.SIDE);
    int down = Math.min(DOWN, gray.rows() / FlatBlock.SIDE);
    ByteBuffer pixels = gray.createBuffer();
    int stride = (int) gray.step();
    FlatBlock[] blocks = new FlatBlock[across * down];
    for (int row = 0; row < down; row++) {
      int top = row * (gray.rows() - FlatBlock.SIDE) / Math.max(1, down - 1);
      for (int column = 0; column < across; column++) {
        int left = column * (gray.cols() - FlatBlock.SIDE) / Math.max(1, across - 1);
        blocks[row * across + column] = FlatBlock.of(pixels, top * stride + left, stride);
      }
    }
    return blocks;
  }
}
