package sightline.domain.people;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the looks around a frame found.
 *
 * @param atMillis event time of the frame
 * @param own what its own look found, null where none happened
 * @param before looks at frames that stand before it in the session, nearest first
 * @param after looks at frames that stand behind it, nearest first
 */
public record FindsAround(
    long atMillis, @Nullable Finds own, List<Finds> before, List<Finds> after) {
  public FindsAround {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  long ageMillis(Finds look) {
    return Math.abs(atMillis - look.capturedAtMillis());
  }

  /**
   * The frame's own look, or the nearest on each side, and those that a clock of whole seconds, or one that stands still, gives the
   * same time: which of them is nearest only their order tells, and that says nothing of how near.
   */
  List<Finds> nearest() {
    List<Finds> nearest = own == null
        ? Stream.of(before, after).flatMap(side -> side.stream().limit(1)).toList()
        : List.of(own);
    return Stream.of(Stream.ofNullable(own), before.stream(), after.stream())
        .flatMap(looks -> looks)
        .filter(look ->
            nearest.stream().anyMatch(near -> near.capturedAtMillis() == look.capturedAtMillis()))
        .toList();
  }
}
