package sightline.domain.assessment;

import sightline.domain.privacy.DetectorKind;
import sightline.domain.tracking.TrackRules;

/** How finds are carried through time: alone, or as parts of tracks. */
public enum FollowRules {
  /**
   * Each frame by its own look, or by the nearest ones where it had none: nothing is followed. To compare with.
   */
  SINGLE {
    @Override
    TrackRules of(DetectorKind kind) {
      return new TrackRules(0, 0, 1, 0, NEVER, 0.33, 0, 1.0);
    }
  },
  /** Faces, persons, screens and text are followed through the window; jobs/docs/accuracy.md has what it gains. */
  TRACKED {
    @Override
    TrackRules of(DetectorKind kind) {
      return switch (kind) {
        case FACE -> new TrackRules(0.6, 4, 3, 700, 3, 0.33, 400, 1.0);
        case PERSON -> new TrackRules(0.6, 2, 4, 700, 3, 0.33, 600, 1.0);
        case SCREEN, TEXT, THING, HAND -> new TrackRules(0.5, 1.5, 3, 1_000, 3, 0.33, 200, 0.5);
      };
    }
  };

  private static final int NEVER = Integer.MAX_VALUE;

  abstract TrackRules of(DetectorKind kind);
}
