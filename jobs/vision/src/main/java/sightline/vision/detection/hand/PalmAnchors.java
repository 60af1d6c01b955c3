package sightline.vision.detection.hand;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.frame.Box;
import sightline.vision.detection.DetectionFailed;

/**
 * Reads the answer of the palm model: offsets from a fixed grid of anchor points, as in an SSD detector, here with points
 * only and no anchor sizes. A fine grid of 24 x 24 cells has 2 anchors a cell, a coarse one of 12 x 12 has 6, row by row.
 * An anchor's 18 numbers are the offset of the box's centre, its width and height, then seven points (wrist, four knuckles,
 * two of the thumb) as offsets from the anchor, all in pixels of the input.
 */
final class PalmAnchors {
  static final int SIDE = 192;
  static final int COUNT = 24 * 24 * 2 + 12 * 12 * 6;
  private static final int NUMBERS = 18;
  private static final int WRIST = 4;
  private static final int KNUCKLE = 8;
  /** Beyond this a sigmoid says nothing but 0 or 1; it is the model's own clipping. */
  private static final float MAX_LOGIT = 100;

  private static final float[] CENTRES = centres();

  private PalmAnchors() {}

  private static float[] centres() {
    float[] centres = new float[2 * COUNT];
    int at = 0;
    at = grid(24, 2, centres, at);
    grid(12, 6, centres, at);
    return centres;
  }

  private static int grid(int cells, int anchors, float[] into, int start) {
    float stride = (float) SIDE / cells;
    int at = start;
    for (int cell = 0; cell < cells * cells; cell++) {
      int row = cell / cells;
      for (int anchor = 0; anchor < anchors; anchor++) {
        into[at++] = (cell - row * cells + 0.5f) * stride;
        into[at++] = (row + 0.5f) * stride;
      }
    }
    return at;
  }

  /**
   * @param numbers 18 an anchor
   * @param logits one an anchor
   * @return every palm of at least {@code minScore}, in pixels of the input, before suppression
   * @throws DetectionFailed where the model answered nonsense: it has seen nothing then
   */
  static List<Palm> read(float[] numbers, float[] logits, float minScore) {
    if (numbers.length != COUNT * NUMBERS || logits.length != COUNT) {
      throw new DetectionFailed("the palm model answered with %s and %s numbers for %s anchors"
          .formatted(numbers.length, logits.length, COUNT));
    }
    List<Palm> palms = new ArrayList<>();
    for (int anchor = 0; anchor < COUNT; anchor++) {
      float score = score(logits[anchor]);
      if (score >= minScore && hasArea(numbers, anchor)) {
        palms.add(palm(numbers, anchor, score));
      }
    }
    return palms;
  }

  private static float score(float logit) {
    if (Float.isNaN(logit)) {
      throw new DetectionFailed("the palm model answered with no number");
    }
    double clipped = Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, logit));
    return (float) (1 / (1 + Math.exp(-clipped)));
  }

  /** Whether an anchor proposes a box at all; those that never fire are free to answer with sizes below 0. */
  private static boolean hasArea(float[] numbers, int anchor) {
    float width = numbers[anchor * NUMBERS + 2];
    float height = numbers[anchor * NUMBERS + 3];
    return !(width <= 0 || height <= 0);
  }

  private static Palm palm(float[] numbers, int anchor, float score) {
    int at = anchor * NUMBERS;
    float x = CENTRES[2 * anchor];
    float y = CENTRES[2 * anchor + 1];
    float width = numbers[at + 2];
    float height = numbers[at + 3];
    try {
      return new Palm(
          new Box(x + numbers[at] - width / 2, y + numbers[at + 1] - height / 2, width, height),
          x + numbers[at + WRIST],
          y + numbers[at + WRIST + 1],
          x + numbers[at + KNUCKLE],
          y + numbers[at + KNUCKLE + 1],
          score);
    } catch (IllegalArgumentException nonsense) {
      throw new DetectionFailed("the palm model answered with an impossible box", nonsense);
    }
  }
}
