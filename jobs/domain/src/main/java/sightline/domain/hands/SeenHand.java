package sightline.domain.hands;

import java.util.List;
import sightline.domain.frame.Box;

/**
 * A hand that counts as visible.
 *
 * @param box the whole hand, in pixels of the upright picture
 * @param probability that a hand is there, 0 to 1
 * @param because at least one reason
 */
public record SeenHand(Box box, double probability, List<HandEvidence> because) {
  public SeenHand {
    because = List.copyOf(because);
    if (because.isEmpty()) {
      throw new IllegalArgumentException("a seen hand needs a reason");
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability lies in 0..1, got " + probability);
    }
  }
}
