package sightline.domain.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
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

  /**
   * @param atMillis event time of the frame
   * @param looks around it, in any order; those farther than a second away say nothing and may be left out
   */
  public Carried to(long atMillis, List<Look> looks) {
    List<Look> inOrder =
        looks.stream().sorted(Comparator.comparingLong(Look::capturedAtMillis)).toList();
    int after = 0;
    while (after < inOrder.size() && inOrder.get(after).capturedAtMillis() < atMillis) {
      after++;
    }
    int before = after - 1;
    if (after < inOrder.size() && inOrder.get(after).capturedAtMillis() == atMillis) {
      before = after;
    }
    List<Detection> found = new ArrayList<>();
    if (before >= 0) {
      add(inOrder.get(before), atMillis, found);
    }
    if (after < inOrder.size() && after != before) {
      add(inOrder.get(after), atMillis, found);
    }
    for (int same = 0; same < inOrder.size(); same++) {
      // a clock of whole seconds, or one that stands still, gives several looks one time
      boolean counted = same == before || same == after;
      if (!counted && sharesATime(inOrder, same, before, after)) {
        add(inOrder.get(same), atMillis, found);
      }
    }
    if (found.isEmpty()) {
      bridge(inOrder, before, after, atMillis, found);
    }
    for (int earlier = before - 1; earlier >= 0; earlier--) {
      hold(inOrder, earlier, atMillis, found);
    }
    return new Carried(found, age(inOrder, before, after, atMillis));
  }

  private static boolean sharesATime(List<Look> inOrder, int look, int before, int after) {
    long at = inOrder.get(look).capturedAtMillis();
    return (before >= 0 && inOrder.get(before).capturedAtMillis() == at)
        || (after < inOrder.size() && inOrder.get(after).capturedAtMillis() == at);
  }

  private static OptionalLong age(List<Look> inOrder, int before, int after, long atMillis) {
    if (before < 0 || after >= inOrder.size()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Math.max(
        atMillis - inOrder.get(before).capturedAtMillis(),
        inOrder.get(after).capturedAtMillis() - atMillis));
  }

  private void bridge(
      List<Look> inOrder, int before, int after, long atMillis, List<Detection> into) {
    while (before >= 0 && inOrder.get(before).found().isEmpty()) {
      before--;
    }
    while (after < inOrder.size() && inOrder.get(after).found().isEmpty()) {
      after++;
    }
    if (before >= 0
        && after < inOrder.size()
        && atMillis - inOrder.get(before).capturedAtMillis() <= bridgeMillis
        && inOrder.get(after).capturedAtMillis() - atMillis <= bridgeMillis) {
      add(inOrder.get(before), atMillis, into);
      add(inOrder.get(after), atMillis, into);
    }
  }

  private void hold(List<Look> inOrder, int index, long atMillis, List<Detection> into) {
    Look look = inOrder.get(index);
    if (atMillis - look.capturedAtMillis() > holdMillis) {
      return;
    }
    for (Detection seen : look.found()) {
      if (isConfirmed(inOrder, index, seen)) {
        into.add(grown(seen, atMillis - look.capturedAtMillis()));
      }
    }
  }

  private boolean isConfirmed(List<Look> inOrder, int index, Detection seen) {
    long at = inOrder.get(index).capturedAtMillis();
    int times = 1;
    for (int i = index - 1; i >= 0 && times < confirmations; i--) {
      long age = at - inOrder.get(i).capturedAtMillis();
      if (age > confirmWithinMillis) {
        break;
      }
      boolean there = inOrder.get(i).found().stream()
          .anyMatch(other -> grown(other, age).box().intersection(seen.box()) > 0);
      times += there ? 1 : 0;
    }
    return times >= confirmations;
  }

  private void add(Look look, long atMillis, List<Detection> into) {
    long age = Math.abs(atMillis - look.capturedAtMillis());
    look.found().forEach(seen -> into.add(grown(seen, age)));
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
