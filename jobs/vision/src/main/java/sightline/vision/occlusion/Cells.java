package sightline.vision.occlusion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.GridMask;

/** The grid of 16 x 12 cells, counted row by row. */
final class Cells {
  static final int COLUMNS = 16;
  static final int ROWS = 12;
  static final int COUNT = COLUMNS * ROWS;

  private Cells() {}

  static int column(int cell) {
    return cell % COLUMNS;
  }

  static int row(int cell) {
    return cell / COLUMNS;
  }

  /** The two to four cells that share a side with this one. */
  static List<Integer> neighbours(int cell) {
    List<Integer> neighbours = new ArrayList<>(4);
    if (column(cell) > 0) {
      neighbours.add(cell - 1);
    }
    if (column(cell) < COLUMNS - 1) {
      neighbours.add(cell + 1);
    }
    if (row(cell) > 0) {
      neighbours.add(cell - COLUMNS);
    }
    if (row(cell) < ROWS - 1) {
      neighbours.add(cell + COLUMNS);
    }
    return neighbours;
  }

  /** The cells as a mask, null where there are none. */
  static @Nullable GridMask mask(BitSet cells) {
    if (cells.isEmpty()) {
      return null;
    }
    boolean[][] covered = new boolean[ROWS][COLUMNS];
    cells.stream().forEach(cell -> covered[row(cell)][column(cell)] = true);
    return GridMask.of(covered);
  }

  static boolean touchBorder(BitSet cells) {
    return cells.stream().anyMatch(cell -> neighbours(cell).size() < 4);
  }
}
