package sightline.app.compose.cover;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import sightline.domain.quality.GridMask;
import sightline.domain.quality.Occlusion;

/**
 * Draws something before the lens of a frame. A pure function of frame, family and seed.
 *
 * <p>Everything happens in linear light. The cover's edge is as soft as its distance makes it: a lens of aperture a focused
 * far away turns a point at distance d into a disc of a / d radians, which is a / d / {@value #FIELD_OF_VIEW} of the width.
 */
public final class Compositor {
  /** Columns of the truth's mask. */
  public static final int COLUMNS = 16;
  /** Rows of the truth's mask. */
  public static final int ROWS = 9;

  /** Radians that the picture is wide. */
  private static final double FIELD_OF_VIEW = 1.2;

  private static final double LEAST_APERTURE_MILLIMETRES = 1;
  private static final double MOST_APERTURE_MILLIMETRES = 2.5;
  private static final double SOFTEST = 0.4;
  private static final double SCATTER_WIDTHS = 0.03;
  private static final double COVERED_ABOVE = 0.5;
  private static final int LEAST_CELLS = 2;
  private static final int TRIES = 12;

  private Compositor() {}

  /**
   * @param frame at least 32 x 18 pixels; it stays as it is
   * @return the covered picture; at least two cells of its mask are covered
   */
  public static Cover draw(BufferedImage frame, CoverFamily family, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Light scene = Light.of(frame);
    double softness = softness(family, random);
    Stuff stuff = Stuff.of(family, scene.mean(), random);
    long grain = random.nextLong();
    double share = share(family, random);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Plane height = height(scene, family, random.split(), share);
      Plane alpha = opacity(height, softness, stuff.opacity());
      double[] cells = alpha.cells(COLUMNS, ROWS);
      GridMask mask = mask(cells);
      Occlusion truth = Occlusion.covered(mask);
      if (truth.edge() != null && mask.share() * COLUMNS * ROWS >= LEAST_CELLS) {
        BufferedImage picture = blended(scene, height, softness, stuff, new Noise(grain));
        return new Cover(picture, alpha.mean(), truth.edge(), mask, tenths(cells));
      }
      share = Math.min(family.mostShare(), share * 1.5);
    }
    throw new IllegalStateException("no %s of any size covers a cell".formatted(family));
  }

  static double softness(CoverFamily family, SplittableRandom random) {
    double aperture = random.nextDouble(LEAST_APERTURE_MILLIMETRES, MOST_APERTURE_MILLIMETRES);
    double distance = random.nextDouble(family.nearMillimetres(), family.farMillimetres());
    return Math.min(SOFTEST, aperture / distance / FIELD_OF_VIEW);
  }

  /** Small covers as often as large ones, counted by doublings. */
  private static double share(CoverFamily family, SplittableRandom random) {
    double ratio = family.mostShare() / family.leastShare();
    return family.leastShare() * Math.pow(ratio, random.nextDouble());
  }

  /** Lengths above the outline, in widths; {@code share} of the picture is above it. */
  private static Plane height(
      Light scene, CoverFamily family, SplittableRandom random, double share) {
    double tall = (double) scene.height() / scene.width();
    Plane.Field shape = new Shape(random, tall).of(family);
    Plane raw = Plane.of(scene.width(), scene.height(), shape);
    double level = raw.exceededBy(share);
    for (int pixel = 0; pixel < scene.width() * scene.height(); pixel++) {
      raw.set(pixel, raw.at(pixel) - level);
    }
    return raw;
  }

  private static Plane opacity(Plane height, double softness, double inner) {
    Plane alpha = Plane.of(height.width(), height.height(), (x, y) -> 0);
    for (int pixel = 0; pixel < height.width() * height.height(); pixel++) {
      alpha.set(pixel, inner * cover(height.at(pixel), softness));
    }
    return alpha;
  }

  private static double cover(double height, double softness) {
    return Noise.eased(0.5 + height / softness);
  }

  private static BufferedImage blended(
      Light scene, Plane height, double softness, Stuff stuff, Noise grain) {
    Light out =
        Light.of(new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_INT_RGB));
    Light scattered = stuff.scatter() > 0 ? scene.blurred(SCATTER_WIDTHS) : scene;
    int width = scene.width();
    for (int pixel = 0; pixel < width * scene.height(); pixel++) {
      double inside = cover(height.at(pixel), softness);
      double alpha = inside * stuff.opacity();
      double around = cover(height.at(pixel) + softness, 3 * softness);
      Ink behind = scene
          .at(pixel)
          .mixed(scattered.at(pixel), stuff.scatter() * inside)
          .times(1 - stuff.shade() * around);
      double x = (pixel % width + 0.5) / width;
      int row = pixel / width;
      double y = (row + 0.5) / width;
      double light = stuff.grain() == 0
          ? 1
          : Math.max(0, 1 + stuff.grain() * grain.at(x, y, stuff.grainFrequency()));
      Ink front = stuff.ink().times(light);
      // what comes through is seen where the cover is thin, which is at its rim
      Ink rim = stuff.bleed().times(1 - inside);
      Ink glowing =
          new Ink(front.red() + rim.red(), front.green() + rim.green(), front.blue() + rim.blue());
      out.set(pixel, behind.mixed(glowing, alpha));
    }
    return out.developed();
  }

  private static GridMask mask(double[] cells) {
    boolean[][] covered = new boolean[ROWS][COLUMNS];
    for (int cell = 0; cell < cells.length; cell++) {
      covered[cell / COLUMNS][cell % COLUMNS] = cells[cell] > COVERED_ABOVE;
    }
    return GridMask.of(covered);
  }

  private static String tenths(double[] cells) {
    StringBuilder digits = new StringBuilder();
    for (double cell : cells) {
      digits.append((char) ('0' + Math.min(9, (int) (10 * cell))));
    }
    return digits.toString();
  }
}
