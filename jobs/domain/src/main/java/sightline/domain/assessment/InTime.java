package sightline.domain.assessment;

import java.util.List;

/**
 * A frame among its neighbours in time.
 *
 * @param before settled frames that were captured shortly before it, oldest first
 * @param after settled frames that were captured shortly after it, nearest first
 */
public record InTime(AssessedFrame frame, List<AssessedFrame> before, List<AssessedFrame> after) {
  public InTime {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** A frame that has to be judged by itself. */
  public static InTime alone(AssessedFrame frame) {
    return new InTime(frame, List.of(), List.of());
  }
}
