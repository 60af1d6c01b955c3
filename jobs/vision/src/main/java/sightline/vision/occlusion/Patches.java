package sightline.vision.occlusion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Connected patches of cells without texture and of like luma.
 *
 * @param luma mean luma of each cell, 0 to 255
 * @param all disjoint sets of cells
 */
record Patches(double[] luma, List<BitSet> all) {

  /**
   * @param maxTexture a cell below this mean step between pixels, in grey levels, has no texture
   * @param maxStep largest difference in luma between neighbouring cells of one patch
   */
  static Patches in(SmallPicture small, double maxTexture, double maxStep) {
    double[] luma = new double[Cells.COUNT];
    BitSet left = new BitSet();
    for (int cell = 0; cell < Cells.COUNT; cell++) {
      luma[cell] = small.meanLuma(cell);
      left.set(cell, small.texture(cell) < maxTexture);
    }
    List<BitSet> all = new ArrayList<>();
    for (int seed = left.nextSetBit(0); seed >= 0; seed = left.nextSetBit(0)) {
      all.add(grown(seed, left, luma, maxStep));
    }
    return new Patches(luma, all);
  }

  /** Takes the patch around {@code seed} out of {@code left}. */
  private static BitSet grown(int seed, BitSet left, double[] luma, double maxStep) {
    BitSet patch = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(seed));
    left.clear(seed);
    while (!open.isEmpty()) {
      int cell = open.remove();
      patch.set(cell);
      for (int next : Cells.neighbours(cell)) {
        if (left.get(next) && Math.abs(luma[next] - luma[cell]) <= maxStep) {
          left.clear(next);
          open.add(next);
        }
      }
    }
    return patch;
  }

  /** Cells without texture, in any patch. */
  int plainCells() {
    return all.stream().mapToInt(BitSet::cardinality).sum();
  }

  /** Median luma of the cells outside {@code patch}, 0 where there are none. */
  double medianOutside(BitSet patch) {
    double[] rest = IntStream.range(0, Cells.COUNT)
        .filter(cell -> !patch.get(cell))
        .mapToDouble(cell -> luma[cell])
        .sorted()
        .toArray();
    return rest.length == 0 ? 0 : rest[rest.length / 2];
  }

  double meanOf(BitSet patch) {
    return patch.stream().mapToDouble(cell -> luma[cell]).average().orElse(0);
  }

  /** The patch and the cells within two steps of it that are darker than a bound. */
  BitSet withFringe(BitSet patch, double darkerThan) {
    BitSet wider = (BitSet) patch.clone();
    for (int step = 0; step < 2; step++) {
      BitSet from = (BitSet) wider.clone();
      from.stream()
          .flatMap(cell -> Cells.neighbours(cell).stream().mapToInt(Integer::intValue))
          .filter(cell -> luma[cell] < darkerThan)
          .forEach(wider::set);
    }
    return wider;
  }
}
