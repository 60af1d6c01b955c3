package sightline.domain.verdict;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.task.ExpectedObject;

/**
 * What the object model recognised in a session.
 *
 * @param looks it had
 * @param things in the order in which each was first recognised, {@value #MOST} labels at most
 */
public record ThingsSeen(int looks, List<Thing> things) {
  public static final int MOST = 32;

  static final ThingsSeen NONE = new ThingsSeen(0, List.of());

  /**
   * One label.
   *
   * @param looks that recognised it
   * @param firstMillis of them, from the session's first frame
   */
  public record Thing(String label, int looks, long firstMillis) {}

  public ThingsSeen {
    things = List.copyOf(things);
  }

  ThingsSeen and(List<Moment.Thing> seen, long at, VerdictRules rules) {
    List<Thing> after = new ArrayList<>(things);
    seen.stream()
        .filter(thing -> thing.confidence() >= rules.surelySeen())
        .map(Moment.Thing::label)
        .distinct()
        .forEach(label -> recognised(after, label, at));
    return new ThingsSeen(looks + 1, after);
  }

  private static void recognised(List<Thing> after, String label, long at) {
    for (int place = 0; place < after.size(); place++) {
      Thing known = after.get(place);
      if (known.label().equals(label)) {
        after.set(place, new Thing(label, known.looks() + 1, known.firstMillis()));
        return;
      }
    }
    if (after.size() < MOST) {
      after.add(new Thing(label, 1, at));
    }
  }

  /** How many looks recognised an object under any of its labels. */
  int looksAt(ExpectedObject object) {
    return things.stream()
        .filter(thing -> object.labels().contains(thing.label()))
        .mapToInt(Thing::looks)
        .sum();
  }

  /** When an object was first recognised, milliseconds from the session's first frame; {@link Long#MAX_VALUE} for never. */
  long first(ExpectedObject object) {
    return things.stream()
        .filter(thing -> object.labels().contains(thing.label()))
        .mapToLong(Thing::firstMillis)
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
