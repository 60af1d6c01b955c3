package sightline.app.drawn;

import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Box;

/**
 * What a drawn frame is known to show.
 *
 * @param face the visitor's face from hairline to chin in pixels of the frame; null where no visitor is in the picture
 * @param covered share of the picture behind the finger on the lens, 0 to 1
 * @param hands of the worker in view, 0 to 2
 */
public record DrawnTruth(@Nullable Box face, double covered, int hands) {
  public DrawnTruth {
    if (!(covered >= 0 && covered <= 1) || hands < 0 || hands > 2) {
      throw new IllegalArgumentException(
          "a share is 0 to 1 and hands are 0 to 2, got %s and %s".formatted(covered, hands));
    }
  }

  public boolean visitor() {
    return face != null;
  }
}
