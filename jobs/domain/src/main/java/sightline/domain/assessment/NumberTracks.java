package sightline.domain.assessment;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.tracking.Presence;
import sightline.domain.tracking.TrackNumbers;

/** Gives the tracks of one frame the numbers they have in the session, and new tracks new ones. */
final class NumberTracks {
  private final FollowFinds finds;
  private TrackNumbers numbers;

  NumberTracks(FollowFinds finds, TrackNumbers known) {
    this.finds = finds;
    this.numbers = known;
  }

  List<Tracked> of(DetectorKind kind, List<Presence> present) {
    List<Tracked> tracked = new ArrayList<>();
    for (Presence presence : present) {
      numbers = numbers.with(presence.track(), code(kind), finds::index);
      tracked.add(new Tracked(
          presence.believed(),
          presence.basis(),
          numbers.of(presence.track(), code(kind), finds::index)));
    }
    return tracked;
  }

  /** Kept in state: a kind never changes its code. */
  private static int code(DetectorKind kind) {
    return switch (kind) {
      case FACE -> 0;
      case PERSON -> 1;
      case HAND -> 2;
      case SCREEN -> 3;
      case TEXT -> 4;
      case THING -> 5;
    };
  }

  TrackNumbers numbers() {
    return numbers;
  }
}
