package sightline.domain.hands;

import java.util.List;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

/**
 * How many of the worker's hands one frame shows.
 *
 * @param count 0, 1 or 2
 * @param probability of that count against the other two, 0 to 1; unassessed where the count is
 * @param hands as many as were counted, most likely first; empty where a neighbour did the counting
 * @param leftBy the edge by which each hand went that the look before still had, at most two
 * @param because every kind of evidence that had a part, in the order of its declaration
 */
public record HandsSeen(
    Measure count,
    Measure probability,
    List<SeenHand> hands,
    List<Edge> leftBy,
    List<HandEvidence> because) {
  public HandsSeen {
    hands = List.copyOf(hands);
    leftBy = List.copyOf(leftBy);
    because = because.stream().distinct().sorted().toList();
    if (count.assessed() != probability.assessed()) {
      throw new IllegalArgumentException("a count and its probability stand or fall together");
    }
  }

  public static HandsSeen unassessed(Unassessed because) {
    Measure none = Measure.unassessed(because);
    return new HandsSeen(none, none, List.of(), List.of(), List.of());
  }
}
