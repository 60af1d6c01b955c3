package sightline.domain.assessment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.FrameHeader;
import sightline.domain.people.CarryBetweenLooks;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;

/**
 * Gives a frame whose turn it was not what the nearest looks before and after it saw. A frame that was looked at has its own
 * word; one at which the look failed is not helped by its neighbours.
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
    List<sightline.domain.people.Look> looks = new ArrayList<>();
    for (AssessedFrame witness : witnesses(kind)) {
      looks.add(new sightline.domain.people.Look(
          millis(witness), witness.assessment().reading(kind).detections()));
    }
    return new Sight(look(kind), THINGS.to(millis(window.frame()), looks).detections());
  }

  /** The frame itself and its neighbours, as far as this kind of detector looked at them, in order. */
  List<AssessedFrame> witnesses(DetectorKind kind) {
    List<AssessedFrame> all = new ArrayList<>(window.before());
    all.add(window.frame());
    all.addAll(window.after());
    return all.stream()
        .filter(frame -> frame.assessment().reading(kind).looked().finds())
        .filter(this::sameRaster)
        .toList();
  }

  /** Boxes of another raster, or of one that lies another way, mean nothing here. */
  private boolean sameRaster(AssessedFrame witness) {
    FrameHeader own = window.frame().header();
    FrameHeader other = witness.header();
    return own.width() == other.width()
        && own.height() == other.height()
        && window.frame().assessment().upright() == witness.assessment().upright();
  }

  /** The nearest look that saw well answers; what one that did not see well found counts all the same. */
  private Look look(DetectorKind kind) {
    @Nullable AssessedFrame nearest = null;
    for (AssessedFrame witness : witnesses(kind)) {
      Looked looked = witness.assessment().reading(kind).looked();
      boolean sawWell = looked != Looked.TOO_DARK && looked != Looked.TOO_BLURRED;
      if (sawWell && (nearest == null || apart(witness) < apart(nearest))) {
        nearest = witness;
      }
    }
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
