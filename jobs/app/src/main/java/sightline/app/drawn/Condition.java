package sightline.app.drawn;

import java.util.List;

/** What makes a scene harder than it need be. */
enum Condition {
  /** Even light, steady head. */
  CLEAR,
  /** One weak lamp. */
  DIM,
  /** The window shines into the lens. */
  GLARE,
  /** Now and then the head turns too quickly. */
  SHAKY,
  /** For a while a finger lies over a corner of the lens. */
  COVERED;

  private static final List<Condition> IN_TURN = List.of(values());

  static Condition ofScene(int number) {
    return IN_TURN.get(number % IN_TURN.size());
  }
}
