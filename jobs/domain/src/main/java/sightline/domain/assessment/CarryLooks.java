package sightline.domain.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;

/**
 * Gives a frame whose turn it was not what the nearest looks before and after it saw: the union of both, every box grown on
 * each side by a share of its size for each second between, as people and cameras move.
 *
 * @param growthPerSecond share of a box's width and height added on each side a second
 */
public record CarryLooks(double growthPerSecond) {

  public Sight sight(InTime frame, DetectorKind kind) {
    DetectorReading own = frame.frame().assessment().reading(kind);
    if (own.looked() != Looked.NOT_SCHEDULED) {
      boolean looked = own.looked().finds();
      return new Sight(new Look(kind, own.looked(), looked ? 0L : null), own.detections());
    }
    AssessedFrame before = nearest(reversed(frame.before()), kind);
    AssessedFrame after = nearest(frame.after(), kind);
    if (before == null && after == null) {
      return new Sight(new Look(kind, Looked.NOT_SCHEDULED, null), List.of());
    }
    List<Detection> carried = new ArrayList<>();
    long age = Long.MAX_VALUE;
    Looked worst = Looked.WITH_MODEL;
    for (AssessedFrame witness : new AssessedFrame[] {before, after}) {
      if (witness != null) {
        DetectorReading reading = witness.assessment().reading(kind);
        long apart = apart(frame.frame(), witness);
        age = Math.min(age, apart);
        worst = reading.looked() == Looked.WITH_MODEL ? worst : reading.looked();
        reading.detections().forEach(seen -> carried.add(grown(seen, apart)));
      }
    }
    carried.sort(Comparator.comparingDouble((Detection seen) -> -seen.confidence())
        .thenComparingDouble(seen -> seen.box().left())
        .thenComparingDouble(seen -> seen.box().top()));
    return new Sight(new Look(kind, worst, age), carried);
  }

  private static List<AssessedFrame> reversed(List<AssessedFrame> frames) {
    List<AssessedFrame> nearestFirst = new ArrayList<>(frames);
    java.util.Collections.reverse(nearestFirst);
    return nearestFirst;
  }

  private static @Nullable AssessedFrame nearest(
      List<AssessedFrame> nearestFirst, DetectorKind kind) {
    for (AssessedFrame witness : nearestFirst) {
      if (witness.assessment().reading(kind).looked().finds()) {
        return witness;
      }
    }
    return null;
  }

  private static long apart(AssessedFrame one, AssessedFrame other) {
    return Math.abs(
        one.header().capturedAt().toEpochMilli() - other.header().capturedAt().toEpochMilli());
  }

  private Detection grown(Detection seen, long apartMillis) {
    float share = (float) (growthPerSecond * apartMillis / 1_000);
    Box box = seen.box();
    return new Detection(
        new Box(
            box.left() - share * box.width(),
            box.top() - share * box.height(),
            box.width() * (1 + 2 * share),
            box.height() * (1 + 2 * share)),
        seen.confidence(),
        seen.label());
  }
}
