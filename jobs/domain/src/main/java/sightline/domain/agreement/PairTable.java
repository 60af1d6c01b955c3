package sightline.domain.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How often each pair of categories was decided about one sample.
 *
 * @param categories how many, from 2; they are numbered from 0, in order where they have one
 * @param cells row by row, {@code categories} times {@code categories} of them, 0 or more but for rounding
 */
public record PairTable(int categories, List<Double> cells) {
  public PairTable {
    cells = List.copyOf(cells);
    if (categories < 2 || cells.size() != categories * categories) {
      throw new IllegalArgumentException(
          "%s cells are no table of %s categories".formatted(cells.size(), categories));
    }
  }

  static PairTable empty(int categories) {
    return new PairTable(categories, Collections.nCopies(categories * categories, 0.0));
  }

  PairTable plus(PairTable other, double times) {
    if (other.categories != categories) {
      throw new IllegalArgumentException(
          "%s categories are not %s".formatted(other.categories, categories));
    }
    List<Double> sums = new ArrayList<>(cells);
    for (int cell = 0; cell < sums.size(); cell++) {
      sums.set(cell, sums.get(cell) + times * other.cells.get(cell));
    }
    return new PairTable(categories, sums);
  }

  public double at(int row, int column) {
    return cells.get(row * categories + column);
  }

  double row(int row) {
    double sum = 0;
    for (int column = 0; column < categories; column++) {
      sum += at(row, column);
    }
    return sum;
  }

  double column(int column) {
    double sum = 0;
    for (int row = 0; row < categories; row++) {
      sum += at(row, column);
    }
    return sum;
  }

  double sum() {
    return cells.stream().mapToDouble(Double::doubleValue).sum();
  }
}
