package sightline.domain.quality;

import java.util.stream.IntStream;

/**
 * Which cells of a coarse grid over the upright picture are covered.
 *
 * @param columns of the grid, 1 to 64
 * @param rows of the grid, 1 to 64
 * @param cells one character a cell, row by row from the top left: '#' covered, '.' clear
 */
public record GridMask(int columns, int rows, String cells) {
  public GridMask {
    if (columns < 1 || rows < 1 || columns > 64 || rows > 64) {
      throw new IllegalArgumentException(
          "a mask has 1 to 64 columns and rows, got %s x %s".formatted(columns, rows));
    }
    if (!cells.matches("[#.]{%d}".formatted(columns * rows))) {
      throw new IllegalArgumentException(
          "a mask of %s x %s has a # or . for each cell".formatted(columns, rows));
    }
  }

  /**
   * @param covered rows of cells, all of one length
   */
  public static GridMask of(boolean[][] covered) {
    StringBuilder cells = new StringBuilder();
    for (boolean[] row : covered) {
      for (boolean cell : row) {
        cells.append(cell ? '#' : '.');
      }
    }
    return new GridMask(covered[0].length, covered.length, cells.toString());
  }

  public boolean covered(int column, int row) {
    return cells.charAt(row * columns + column) == '#';
  }

  /** Share of the cells that are covered, 0 to 1. */
  public double share() {
    return (double) cells.chars().filter(cell -> cell == '#').count() / cells.length();
  }

  /** Share of the cells along a side that are covered, 0 to 1; of all cells for WHOLE. */
  public double touched(Edge side) {
    return switch (side) {
      case LEFT -> ofColumn(0);
      case RIGHT -> ofColumn(columns - 1);
      case TOP -> ofRow(0);
      case BOTTOM -> ofRow(rows - 1);
      case WHOLE -> share();
    };
  }

  private double ofColumn(int column) {
    return IntStream.range(0, rows).filter(row -> covered(column, row)).count() / (double) rows;
  }

  private double ofRow(int row) {
    return IntStream.range(0, columns).filter(column -> covered(column, row)).count()
        / (double) columns;
  }
}
