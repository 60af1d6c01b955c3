package sightline.domain.preflight;

import org.jspecify.annotations.Nullable;
import sightline.domain.framing.Area;
import sightline.domain.quality.Edge;

/** Where in the picture, as the worker sees it upright. */
public enum Side {
  LEFT,
  RIGHT,
  TOP,
  BOTTOM,
  MIDDLE;

  private static final double THIRD = 1 / 3.0;

  /** The outer third that holds the area's centre; a corner counts as left or right. */
  static Side of(Area area) {
    if (area.centreX() < THIRD) {
      return LEFT;
    }
    if (area.centreX() > 1 - THIRD) {
      return RIGHT;
    }
    if (area.centreY() < THIRD) {
      return TOP;
    }
    return area.centreY() > 1 - THIRD ? BOTTOM : MIDDLE;
  }

  /** Null for advice that has no place, or is about the whole picture. */
  static @Nullable Side of(@Nullable Edge edge) {
    if (edge == null) {
      return null;
    }
    return switch (edge) {
      case LEFT -> LEFT;
      case RIGHT -> RIGHT;
      case TOP -> TOP;
      case BOTTOM -> BOTTOM;
      case WHOLE -> null;
    };
  }
}
