package sightline.vision.detection.face;

import java.util.List;
import sightline.domain.frame.Box;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.DetectionFailed;

/**
 * One output scale of YuNet (Wu, Peng, Yu: YuNet, a tiny millisecond-level face detector, Machine Intelligence Research 20,
 * 2023), an anchor-free head: score = sqrt(cls * obj); with cell (column, row) and stride S the box has its centre at
 * ((column + b0) S, (row + b1) S), width exp(b2) S and height exp(b3) S.
 *
 * @param stride pixels of the input a cell
 * @param columns cells in a row
 * @param rows of cells
 * @param cls one a cell, row by row
 * @param obj one a cell
 * @param box four a cell
 */
record YuNetHead(int stride, int columns, int rows, float[] cls, float[] obj, float[] box) {
  YuNetHead {
    int cells = columns * rows;
    if (cls.length != cells || obj.length != cells || box.length != 4 * cells) {
      throw new DetectionFailed("the face model answered with %s, %s and %s numbers for %s cells"
          .formatted(cls.length, obj.length, box.length, cells));
    }
  }

  /**
   * Adds every box of at least {@code minScore}, in pixels of the input.
   *
   * @throws DetectionFailed where a score is no number: a model that answers nonsense has seen nothing
   */
  void collect(float minScore, List<Candidate> into) {
    for (int cell = 0; cell < cls.length; cell++) {
      float score = (float) Math.sqrt(share(cls[cell]) * share(obj[cell]));
      if (score >= minScore) {
        into.add(new Candidate(boxOf(cell), score));
      }
    }
  }

  private static float share(float raw) {
    if (Float.isNaN(raw)) {
      throw new DetectionFailed("the face model answered with no number");
    }
    return Math.max(0, Math.min(1, raw));
  }

  private Box boxOf(int cell) {
    int row = cell / columns;
    float centreX = (cell - row * columns + box[4 * cell]) * stride;
    float centreY = (row + box[4 * cell + 1]) * stride;
    float width = (float) Math.exp(box[4 * cell + 2]) * stride;
    float height = (float) Math.exp(box[4 * cell + 3]) * stride;
    try {
      return new Box(centreX - width / 2, centreY - height / 2, width, height);
    } catch (IllegalArgumentException nonsense) {
      throw new DetectionFailed("the face model answered with an impossible box", nonsense);
    }
  }
}
