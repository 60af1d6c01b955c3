package sightline.vision.detection.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.DetectionFailed;

/**
 * How likely each pixel lies in the heart of a line of text (Liao, Wan, Yao, Chen, Bai: Real-time Scene Text Detection with
 * Differentiable Binarization, AAAI 2020, section 3). Lines are its connected parts above a threshold, grown again by what
 * training shrank them.
 *
 * @param probability 0 to 1, row by row
 */
record TextMap(int width, int height, float[] probability) {
  /** Thinner parts, in pixels of the map, are specks. */
  private static final double MIN_THICKNESS = 2;

  TextMap {
    if (probability.length != width * height) {
      throw new DetectionFailed("the text model answered with %s numbers for %s x %s pixels"
          .formatted(probability.length, width, height));
    }
  }

  /**
   * Leaves out the padding on the right and below.
   *
   * @param across pixels kept of each row
   * @param down rows kept
   */
  static TextMap cut(float[] padded, int width, int height, int across, int down) {
    if (padded.length != width * height) {
      throw new DetectionFailed("the text model answered with %s numbers for %s x %s pixels"
          .formatted(padded.length, width, height));
    }
    float[] kept = new float[across * down];
    for (int row = 0; row < down; row++) {
      System.arraycopy(padded, row * width, kept, row * across, across);
    }
    return new TextMap(across, down, kept);
  }

  /**
   * @param threshold pixels from this probability on are text
   * @param minScore parts with a lower mean probability are left out
   * @param unclip r of the offset D = A r / L by which a part of area A and perimeter L is grown (section 3.5 there)
   * @return boxes in pixels of the map, in the order of their first pixel
   * @throws DetectionFailed where a probability is no number: a model that answers nonsense has seen nothing
   */
  List<Candidate> lines(double threshold, double minScore, double unclip) {
    BitSet text = text(threshold);
    List<Candidate> lines = new ArrayList<>();
    int[] pending = new int[text.cardinality()];
    for (int first = text.nextSetBit(0); first >= 0; first = text.nextSetBit(first + 1)) {
      TextPart part = taken(text, first, pending);
      if (part.thickness() >= MIN_THICKNESS && part.score() >= minScore) {
        lines.add(new Candidate(part.grown(unclip), (float) part.score()));
      }
    }
    return lines;
  }

  private BitSet text(double threshold) {
    BitSet text = new BitSet(probability.length);
    for (int i = 0; i < probability.length; i++) {
      if (Float.isNaN(probability[i])) {
        throw new DetectionFailed("the text model answered with no number");
      }
      if (probability[i] >= threshold) {
        text.set(i);
      }
    }
    return text;
  }

  /** Takes the part that holds {@code first}, with its eight neighbours each, out of {@code text}. */
  private TextPart taken(BitSet text, int first, int[] pending) {
    TextPart part = new TextPart();
    int waiting = 0;
    pending[waiting++] = first;
    text.clear(first);
    while (waiting > 0) {
      int pixel = pending[--waiting];
      int x = pixel % width;
      int y = pixel / width;
      part.add(x, y, Math.max(0, Math.min(1, probability[pixel])));
      for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          int neighbour = row * width + column;
          if (text.get(neighbour)) {
            text.clear(neighbour);
            pending[waiting++] = neighbour;
          }
        }
      }
    }
    return part;
  }
}
