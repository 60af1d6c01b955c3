package sightline.vision.occlusion;

import java.util.BitSet;

/**
 * How softly a patch passes into the scene. From every pixel of its rim a way leads straight out. The way is soft where the
 * luma climbs a good part of the difference between patch and scene before any single step takes a large part of it; a way
 * that meets an edge first, or ends at the picture's border, is not.
 */
final class SoftEdge {
  private static final int REACH = 3 * SmallPicture.CELL;

  /** Part of the difference in luma that has to be climbed. */
  private static final double CLIMB = 0.35;

  /** Part of that difference which makes one step between neighbouring pixels an edge. */
  private static final double EDGE = 0.12;

  /** Steps of fewer grey levels are no edge, however small the difference. */
  private static final double MIN_EDGE = 8;

  private final SmallPicture small;
  private final double climb;
  private final double edge;
  private int ways;
  private int soft;

  private SoftEdge(SmallPicture small, double difference) {
    this.small = small;
    this.climb = CLIMB * difference;
    this.edge = Math.max(MIN_EDGE, EDGE * difference);
  }

  /**
   * @param own mean luma of the patch, 0 to 255
   * @param scene luma of what lies around it
   * @return share of the ways out that are soft, 0 to 1
   */
  static double share(SmallPicture small, BitSet patch, double own, double scene) {
    SoftEdge rim = new SoftEdge(small, scene - own);
    patch.stream().forEach(cell -> {
      for (int next : Cells.neighbours(cell)) {
        if (!patch.get(next)) {
          rim.look(cell, next);
        }
      }
    });
    return rim.ways == 0 ? 0 : (double) rim.soft / rim.ways;
  }

  /** All ways from the middle of one cell through the side it shares with the next. */
  private void look(int cell, int next) {
    int across = Cells.column(next) - Cells.column(cell);
    int down = Cells.row(next) - Cells.row(cell);
    int left = Cells.column(cell) * SmallPicture.CELL;
    int top = Cells.row(cell) * SmallPicture.CELL;
    int middle = SmallPicture.CELL / 2;
    for (int i = 0; i < SmallPicture.CELL; i++) {
      int x = left + (across != 0 ? middle : i);
      int y = top + (across != 0 ? i : middle);
      ways++;
      soft += isSoft(x, y, across, down) ? 1 : 0;
    }
  }

  private boolean isSoft(int fromX, int fromY, int across, int down) {
    int start = small.luma(fromX, fromY);
    int before = start;
    for (int i = 1; i < REACH; i++) {
      int x = fromX + i * across;
      int y = fromY + i * down;
      if (!SmallPicture.contains(x, y)) {
        return false;
      }
      int luma = small.luma(x, y);
      if (Math.abs(luma - before) > edge) {
        return false;
      }
      if (luma - start >= climb) {
        return true;
      }
      before = luma;
    }
    return false;
  }
}
