package sightline.domain.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;

/**
 * One thing through a window of time, as far as it was found. It holds where and when, and nothing by which anybody could be
 * known again.
 */
public final class Track {

  /**
   * @param place of the moment within its window
   * @param ordinal of the find among those of its moment
   */
  public record Find(int place, int ordinal, Detection seen) {}

  private final List<Find> finds = new ArrayList<>();

  Track(Find first) {
    finds.add(first);
  }

  void add(Find next) {
    finds.add(next);
  }

  /** In the order of the window, at least one. */
  public List<Find> finds() {
    return Collections.unmodifiableList(finds);
  }

  Find last() {
    return finds.get(finds.size() - 1);
  }

  /**
   * What its surest finds say together.
   *
   * @param confidence that all of them have at least; 0 where there are none
   * @param first place of the first of them, as {@code last} is of the last
   */
  record Agreement(double confidence, int first, int last) {
    static final Agreement NONE = new Agreement(0, 0, 0);
  }

  /**
   * At least so many of the finds, surest first, and at least this share of them: a shoe that looks like a face now and then has a
   * few sure finds among many faint ones.
   */
  Agreement agreement(int least, double share) {
    int needed = Math.max(least, (int) Math.ceil(share * finds.size()));
    if (finds.size() < needed) {
      return Agreement.NONE;
    }
    double confidence = finds.stream()
        .map(find -> find.seen().confidence())
        .sorted((one, other) -> Double.compare(other, one))
        .skip(needed - 1L)
        .findFirst()
        .orElseThrow();
    int[] places = finds.stream()
        .filter(find -> find.seen().confidence() >= confidence)
        .mapToInt(Find::place)
        .toArray();
    return new Agreement(confidence, places[0], places[places.length - 1]);
  }

  static Box moved(Box box, double right, double down) {
    return new Box(
        (float) (box.left() + right), (float) (box.top() + down), box.width(), box.height());
  }
}
