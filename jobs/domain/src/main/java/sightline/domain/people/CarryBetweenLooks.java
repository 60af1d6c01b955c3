package sightline.domain.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;

/**
 * Carries what was found in some frames into the frames between them. Both the nearest look before and the nearest after
 * count: who is seen in either may be there in between. One look suffices; nothing has to become a track to be hidden.
 *
 * <p>Where neither of the two found anything, but others close before and close after did, these count instead: a detector that
 * misses somebody for some frames must not show them.
 *
 * <p>What was confirmed by several looks is also held for a while after the last look that found it, because the detector
 * loses a person who walks out, when a leg or a shoulder is still in the picture.
 *
 * @param bridgeMillis how far back, and how far ahead, a look that found something reaches over others that did not
 * @param holdMillis how long something confirmed is held after it was last found
 * @param confirmations looks, the last included, that must have found it at about the same place
 * @param confirmWithinMillis before the last look that found it
 * @param growthPerSecond share of a box's width by which each side moves out, and half of that share of its height above and
 *     below, for each second between look and frame
 */
public record CarryBetweenLooks(
    long bridgeMillis,
    long holdMillis,
    int confirmations,
    long confirmWithinMillis,
    double growthPerSecond) {
  public CarryBetweenLooks {
    if (bridgeMillis < 0
        || holdMillis < 0
        || confirmations < 1
        || confirmWithinMillis < 0
        || !(growthPerSecond >= 0)) {
      throw new IllegalArgumentException(
          "bridge %s ms, hold %s ms, %s confirmations within %s ms, growth %s: none may be negative, and one look has to confirm"
              .formatted(
                  bridgeMillis, holdMillis, confirmations, confirmWithinMillis, growthPerSecond));
    }
  }

  /** As measured on people who walk through a room at 10 frames a second; the object model's card has the figures. */
  public static CarryBetweenLooks walkingPeople() {
    return new CarryBetweenLooks(500, 600, 3, 1000, 1.0);
  }

  /** What may be in the frame by its own look or the nearest ones, grown with age; of one and the same thing there may be several. */
  public List<Detection> to(FindsAround looks) {
    List<Detection> found = new ArrayList<>();
    looks.nearest().forEach(look -> add(look, looks, found));
    if (found.isEmpty()) {
      bridge(looks, found);
    }
    for (int place = 0; place < looks.before().size(); place++) {
      hold(looks, place, found);
    }
    return found.stream().distinct().toList();
  }

  private void bridge(FindsAround looks, List<Detection> into) {
    Optional<Finds> before = firstWithFinds(looks.before());
    Optional<Finds> after = firstWithFinds(looks.after());
    boolean bothClose = Stream.of(before, after)
        .allMatch(look -> look.isPresent() && looks.ageMillis(look.get()) <= bridgeMillis);
    if (bothClose) {
      Stream.of(before, after).flatMap(Optional::stream).forEach(look -> add(look, looks, into));
    }
  }

  private static Optional<Finds> firstWithFinds(List<Finds> side) {
    return side.stream().filter(look -> !look.found().isEmpty()).findFirst();
  }

  /**
   * @param place of the look among those before the frame, nearest first
   */
  private void hold(FindsAround looks, int place, List<Detection> into) {
    Finds look = looks.before().get(place);
    if (looks.ageMillis(look) > holdMillis) {
      return;
    }
    for (Detection seen : look.found()) {
      if (isConfirmed(looks.before(), place, seen)) {
        into.add(grown(seen, looks.ageMillis(look)));
      }
    }
  }

  private boolean isConfirmed(List<Finds> before, int place, Detection seen) {
    long at = before.get(place).capturedAtMillis();
    int times = 1;
    for (Finds earlier : before.subList(place + 1, before.size())) {
      long age = Math.abs(at - earlier.capturedAtMillis());
      if (times >= confirmations || age > confirmWithinMillis) {
        break;
      }
      boolean there = earlier.found().stream()
          .anyMatch(other -> grown(other, age).box().intersection(seen.box()) > 0);
      times += there ? 1 : 0;
    }
    return times >= confirmations;
  }

  private void add(Finds look, FindsAround looks, List<Detection> into) {
    look.found().forEach(seen -> into.add(grown(seen, looks.ageMillis(look))));
  }

  private Detection grown(Detection seen, long ageMillis) {
    Box box = seen.box();
    float across = (float) (box.width() * growthPerSecond * ageMillis / 1000);
    float down = (float) (box.height() * growthPerSecond / 2 * ageMillis / 1000);
    Box larger = new Box(
        box.left() - across, box.top() - down, box.width() + 2 * across, box.height() + 2 * down);
    return new Detection(larger, seen.confidence(), seen.label());
  }
}
