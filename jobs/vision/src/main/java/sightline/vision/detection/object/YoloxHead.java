package sightline.vision.detection.object;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sightline.domain.frame.Box;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.DetectionFailed;

/**
 * The answer of YOLOX (Ge et al., YOLOX: exceeding YOLO series in 2021, arXiv 2107.08430), an anchor-free head whose strides
 * follow one another: with cell (column, row) and stride S the box has its centre at ((column + b0) S, (row + b1) S), width
 * exp(b2) S and height exp(b3) S; the score of a class is objectness times class.
 *
 * @param side pixels of the square input, a multiple of 32
 * @param numbers for each cell, row by row: four of the box, the objectness, one a class
 */
record YoloxHead(int side, float[] numbers) {
  private static final int[] STRIDES = {8, 16, 32};
  private static final int CLASSES = CocoClass.values().length;
  private static final int PER_CELL = 5 + CLASSES;

  YoloxHead {
    int cells =
        Arrays.stream(STRIDES).map(stride -> (side / stride) * (side / stride)).sum();
    if (numbers.length != cells * PER_CELL) {
      throw new DetectionFailed("the object model answered with %s numbers for %s cells"
          .formatted(numbers.length, cells));
    }
  }

  /**
   * Every box of at least its class's score, in pixels of the input, by class.
   *
   * @param minScores a class that is not there is not looked for
   * @throws DetectionFailed where a score is no number: a model that answers nonsense has seen nothing
   */
  Map<CocoClass, List<Candidate>> candidates(Map<CocoClass, Float> minScores) {
    float[] floors = new float[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      floors[c] = minScores.getOrDefault(CocoClass.at(c), Float.POSITIVE_INFINITY);
    }
    CandidatesByClass found = new CandidatesByClass(new EnumMap<>(CocoClass.class));
    int cell = 0;
    for (int stride : STRIDES) {
      int across = side / stride;
      for (int i = 0; i < across * across; i++, cell++) {
        collect(cell * PER_CELL, i % across, i / across, stride, floors, found);
      }
    }
    return found.byClass();
  }

  private void collect(
      int at, int column, int row, int stride, float[] floors, CandidatesByClass found) {
    float objectness = share(numbers[at + 4]);
    for (int c = 0; c < CLASSES; c++) {
      float score = objectness * share(numbers[at + 5 + c]);
      if (score >= floors[c]) {
        found.add(CocoClass.at(c), new Candidate(boxOf(at, column, row, stride), score));
      }
    }
  }

  private static float share(float raw) {
    if (Float.isNaN(raw)) {
      throw new DetectionFailed("the object model answered with no number");
    }
    return Math.max(0, Math.min(1, raw));
  }

  private Box boxOf(int at, int column, int row, int stride) {
    float centreX = (column + numbers[at]) * stride;
    float centreY = (row + numbers[at + 1]) * stride;
    float width = (float) Math.exp(numbers[at + 2]) * stride;
    float height = (float) Math.exp(numbers[at + 3]) * stride;
    try {
      return new Box(centreX - width / 2, centreY - height / 2, width, height);
    } catch (IllegalArgumentException nonsense) {
      throw new DetectionFailed("the object model answered with an impossible box", nonsense);
    }
  }
}
