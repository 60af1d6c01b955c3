package sightline.domain.framing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Unassessed;

/**
 * The worker's hands as far as they are in the frame.
 *
 * @param hands where they lie in the upright frame; none where none was seen
 * @param aspect width over height of the upright frame, above 0
 * @param unassessed why nobody looked for hands, null where somebody did
 * @param leftBy the edge by which a hand that is missing went, null where that is not known
 */
public record HandsInView(
    List<Area> hands,
    double aspect,
    @Nullable Unassessed unassessed,
    @Nullable Edge leftBy) {
  public HandsInView {
    hands = List.copyOf(hands);
    if (!(aspect > 0)) {
      throw new IllegalArgumentException("a frame has an aspect above 0, got " + aspect);
    }
    if (unassessed != null && !hands.isEmpty()) {
      throw new IllegalArgumentException("hands that nobody looked for were not seen");
    }
  }

  public static HandsInView seen(List<Area> hands, double aspect, @Nullable Edge leftBy) {
    return new HandsInView(hands, aspect, null, leftBy);
  }

  public static HandsInView unassessed(Unassessed because) {
    return new HandsInView(List.of(), 1, because, null);
  }
}
