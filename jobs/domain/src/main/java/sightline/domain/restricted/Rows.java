package sightline.domain.restricted;

import java.util.List;
import sightline.domain.frame.Box;

/** How many rows some boxes of text make: words beside each other count once. */
final class Rows {
  /** A row ends where the next centre lies further than this share of a line's height from the row's last one. */
  private static final double STEP = 0.6;

  private Rows() {}

  static int count(List<Box> words) {
    boolean across =
        words.stream().mapToDouble(word -> word.width() - word.height()).sum() >= 0;
    double height = words.stream().mapToDouble(TextBlocks::height).average().orElseThrow();
    double[] centres = words.stream()
        .mapToDouble(
            word -> across ? word.top() + word.height() / 2 : word.left() + word.width() / 2)
        .sorted()
        .toArray();
    int rows = 1;
    for (int i = 1; i < centres.length; i++) {
      if (centres[i] - centres[i - 1] > STEP * height) {
        rows++;
      }
    }
    return rows;
  }
}
