package sightline.app.compose;

import java.util.Locale;

/** What a walker does; clips take turns. */
enum WalkKind {
  CROSSES_RIGHT,
  CROSSES_LEFT,
  /** Looks into the camera, then shows his back. */
  TURNS_AWAY,
  /** Shows his back, looks round, and shows it again. */
  LOOKS_ROUND,
  /** Stands so that something hides a half of his face. */
  HALF_COVERED,
  /** Is gone for some frames behind something, and comes out again. */
  PASSES_BEHIND,
  COMES_CLOSE,
  LEAVES_LEFT,
  LEAVES_RIGHT,
  /** Comes so near that his head is above the picture. */
  LEAVES_TOP,
  /** Sits down below the picture. */
  LEAVES_BOTTOM,
  /** Stands while the camera turns. */
  CAMERA_TURNS;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
