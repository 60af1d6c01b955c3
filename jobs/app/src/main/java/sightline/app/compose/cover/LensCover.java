package sightline.app.compose.cover;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Edge;
import sightline.domain.quality.GridMask;

/**
 * A picture with a drawn cover, and the truth about it.
 *
 * @param share mean of the cover's alpha over the picture, 0 to 1
 * @param edge the side it touches most, WHOLE where it touches all or none
 * @param mask {@value #COLUMNS} x {@value #ROWS} cells, covered where the mean alpha is above a half
 */
public record LensCover(
    BufferedImage picture, CoverFamily family, double share, Edge edge, GridMask mask) {
  public static final int COLUMNS = 16;
  public static final int ROWS = 9;

  /** Covers smaller than this are drawn anew: nobody would see them. */
  private static final double LEAST = 0.03;

  private static final double MOST = 0.95;
  private static final double SIDE_TOUCHED = 0.6;

  /**
   * The same picture, family and seed give the same cover.
   *
   * @param frame any size, not changed
   */
  public static LensCover draw(BufferedImage frame, CoverFamily family, long seed) {
    Random random = new Random(seed * 1_000_003 + family.name().hashCode());
    Veils veils = new Veils(random);
    Veil veil = veils.draw(family);
    double share = veil.alpha().mean();
    for (int tries = 0;
        (share < LEAST || share > MOST || masked(veil) == null) && tries < 200;
        tries++) {
      veil = veils.draw(family);
      share = veil.alpha().mean();
    }
    GridMask mask = masked(veil);
    if (mask == null) {
      throw new IllegalStateException("no cover of the family %s came out".formatted(family));
    }
    return new LensCover(painted(frame, veil), family, share, edge(mask), mask);
  }

  /** Null where no cell is covered. */
  private static @Nullable GridMask masked(Veil veil) {
    boolean[][] covered = new boolean[ROWS][COLUMNS];
    boolean any = false;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double sum = 0;
        for (int y = 0; y < 12; y++) {
          for (int x = 0; x < 12; x++) {
            sum += veil.alpha().values()[(row * 12 + y) * Field.WIDTH + column * 12 + x];
          }
        }
        covered[row][column] = sum / 144 > 0.5;
        any |= covered[row][column];
      }
    }
    return any ? GridMask.of(covered) : null;
  }

  private static Edge edge(GridMask mask) {
    double[] touched = new double[4];
    for (int row = 0; row < ROWS; row++) {
      touched[0] += mask.covered(0, row) ? 1.0 / ROWS : 0;
      touched[1] += mask.covered(COLUMNS - 1, row) ? 1.0 / ROWS : 0;
    }
    for (int column = 0; column < COLUMNS; column++) {
      touched[2] += mask.covered(column, 0) ? 1.0 / COLUMNS : 0;
      touched[3] += mask.covered(column, ROWS - 1) ? 1.0 / COLUMNS : 0;
    }
    Edge[] edges = {Edge.LEFT, Edge.RIGHT, Edge.TOP, Edge.BOTTOM};
    int most = 0;
    double least = 1;
    for (int i = 0; i < 4; i++) {
      most = touched[i] > touched[most] ? i : most;
      least = Math.min(least, touched[i]);
    }
    return touched[most] == 0 || least > SIDE_TOUCHED ? Edge.WHOLE : edges[most];
  }

  /** Light adds up in linear intensities, not in coded ones: a bright lamp bleeds through a thin edge. */
  private static BufferedImage painted(BufferedImage frame, Veil veil) {
    int width = frame.getWidth();
    int height = frame.getHeight();
    BufferedImage painted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Field[] haze = veil.haze() > 0 ? blurredLight(frame) : new Field[0];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = (x + 0.5) / width;
        double v = (y + 0.5) / height;
        double alpha = veil.alpha().at(u, v);
        int rgb = frame.getRGB(x, y);
        if (alpha > 0.002) {
          double shade = veil.shade().at(u, v);
          int out = 0;
          for (int channel = 0; channel < 3; channel++) {
            double scene = linear((rgb >> (16 - 8 * channel)) & 0xFF);
            double own = Math.min(1, veil.colour(channel) * shade);
            double cover = haze.length == 0
                ? own * own
                : own * own * (1 - veil.haze()) + haze[channel].at(u, v) * veil.haze();
            out = (out << 8) | coded(scene * (1 - alpha) + cover * alpha);
          }
          rgb = out;
        }
        painted.setRGB(x, y, rgb);
      }
    }
    return painted;
  }

  private static Field[] blurredLight(BufferedImage frame) {
    Field[] light = new Field[3];
    for (int channel = 0; channel < 3; channel++) {
      int shift = 16 - 8 * channel;
      light[channel] = Field.of((x, y) -> linear((frame.getRGB(
                      Math.min(frame.getWidth() - 1, (int) (x / Field.ASPECT * frame.getWidth())),
                      Math.min(frame.getHeight() - 1, (int) (y * frame.getHeight())))
                  >> shift)
              & 0xFF))
          .blurred(0.06);
    }
    return light;
  }

  private static double linear(int coded) {
    double value = coded / 255.0;
    return value * value;
  }

  private static int coded(double linear) {
    return (int) Math.round(255 * Math.sqrt(Math.max(0, Math.min(1, linear))));
  }
}
