package sightline.domain.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightline.domain.people.CarryBetweenLooks;
import sightline.domain.people.Finds;
import sightline.domain.people.FindsAround;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;

/**
 * Gives a frame whose turn it was not what the nearest looks before and after it saw. A frame that was looked at has its own
 * word; one at which the look failed is not helped by its neighbours.
 *
 * @param window neighbours whose boxes mean the same places
 */
record CarrySights(InTime window) {
  /** Screens, papers and things lie still, but the camera moves: see {@link CarryBetweenLooks}. */
  private static final CarryBetweenLooks THINGS = new CarryBetweenLooks(0, 0, 1, 0, 0.5);

  Sight of(DetectorKind kind) {
    DetectorReading own = window.frame().assessment().reading(kind);
    if (own.looked() != Looked.NOT_SCHEDULED) {
      Long age = own.looked().finds() ? 0L : null;
      return new Sight(new Look(kind, own.looked(), age), own.detections());
    }
    return new Sight(
        look(kind),
        carried(THINGS, kind, frame -> frame.assessment().reading(kind).detections()));
  }

  /**
   * What the looks around the frame, its own included, say of it. A look in the dark or in a blur adds what it found, and hides
   * nothing that a better look beside it found.
   *
   * @param found what counts of a frame that was looked at
   */
  List<Detection> carried(
      CarryBetweenLooks rule, DetectorKind kind, Function<AssessedFrame, List<Detection>> found) {
    return Stream.<Predicate<Looked>>of(Looked::finds, Looked::seesWell)
        .flatMap(counts -> rule.to(around(kind, counts, found)).stream())
        .distinct()
        .toList();
  }

  private FindsAround around(
      DetectorKind kind, Predicate<Looked> counts, Function<AssessedFrame, List<Detection>> found) {
    Function<AssessedFrame, Finds> finds = frame -> new Finds(millis(frame), found.apply(frame));
    Predicate<AssessedFrame> looked =
        frame -> counts.test(frame.assessment().reading(kind).looked());
    AssessedFrame own = window.frame();
    return new FindsAround(
        millis(own),
        looked.test(own) ? finds.apply(own) : null,
        nearestFirst(window.before()).stream().filter(looked).map(finds).toList(),
        window.after().stream().filter(looked).map(finds).toList());
  }

  private static List<AssessedFrame> nearestFirst(List<AssessedFrame> oldestFirst) {
    List<AssessedFrame> turned = new ArrayList<>(oldestFirst);
    Collections.reverse(turned);
    return turned;
  }

  /** The nearest look that saw well answers; what one that did not see well found counts all the same. */
  private Look look(DetectorKind kind) {
    @Nullable
    AssessedFrame nearest = Stream.concat(window.before().stream(), window.after().stream())
        .filter(frame -> frame.assessment().reading(kind).looked().seesWell())
        .min((one, other) -> Long.compare(apart(one), apart(other)))
        .orElse(null);
    return nearest == null
        ? new Look(kind, Looked.NOT_SCHEDULED, null)
        : new Look(kind, nearest.assessment().reading(kind).looked(), apart(nearest));
  }

  private long apart(AssessedFrame witness) {
    return Math.abs(millis(witness) - millis(window.frame()));
  }

  static long millis(AssessedFrame frame) {
    return frame.header().capturedAt().toEpochMilli();
  }
}
