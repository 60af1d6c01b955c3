package sightline.vision.redaction;

import sightline.domain.privacy.Region;

/**
 * Whole pixels to be hidden, inside the raster.
 *
 * @param left first column
 * @param top first row
 * @param width above 0
 * @param height above 0
 */
record HiddenArea(int left, int top, int width, int height) {
  /** Below this many pixels a side, a cell of a mosaic is about as fine as what it shall hide. */
  private static final int SMALLEST_CELL = 8;

  /** Of a face, so few cells say where light and dark are, and little else. */
  private static final int MOST_CELLS = 6;

  /**
   * The region, grown to every pixel that what lies in it reached when the picture was coded: of those outside none depends on
   * any inside.
   *
   * @param width pixels of the raster
   * @param height pixels of the raster
   */
  static HiddenArea around(Region region, PictureCoding source, int width, int height) {
    int left = from(region.x(), source);
    int top = from(region.y(), source);
    int right = Math.min(width, to(region.x() + region.width(), source));
    int bottom = Math.min(height, to(region.y() + region.height(), source));
    return new HiddenArea(left, top, right - left, bottom - top);
  }

  private static int from(int pixel, PictureCoding source) {
    return Math.max(0, pixel / source.block() * source.block() - source.reach());
  }

  private static int to(int pixel, PictureCoding source) {
    return (pixel + source.block() - 1) / source.block() * source.block() + source.reach();
  }

  /** Cells of a mosaic side by side: at most six across the shorter side, none under eight pixels, all of one size. */
  int columns() {
    return Math.max(1, width / cell());
  }

  /** Cells of a mosaic above each other. */
  int rows() {
    return Math.max(1, height / cell());
  }

  private int cell() {
    return Math.max(SMALLEST_CELL, (Math.min(width, height) + MOST_CELLS - 1) / MOST_CELLS);
  }
}
