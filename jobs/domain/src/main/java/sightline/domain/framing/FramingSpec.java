package sightline.domain.framing;

import java.io.Serializable;
import sightline.domain.people.View;

/**
 * What a task wants in the frame. Written in a task's spec as:
 *
 * <pre>{@code
 * framing:
 *   view: first_person          # first_person, tripod or unspecified
 *   hands: 1                    # how many the task needs at least; 0 where it needs none
 *   safe_area:                  # shares of the upright frame
 *     left: 0.05
 *     top: 0.10
 *     right: 0.95
 *     bottom: 0.98
 *   min_hand_size: 0.10         # side of a square as large as the hand's box, in frame heights
 *   max_hand_size: 0.70
 *   max_tilt_degrees: 20
 *   max_shake: 0.5              # shares of the frame a second
 *   min_frames_per_second: 5
 * }</pre>
 *
 * @param view from where the task is filmed
 * @param hands how many the task needs in view at least, 0 to 2: many a household task is done with one
 * @param safe where hands belong
 * @param minHandSize side of a square of the hand's area, in heights of the upright frame; above 0
 * @param maxHandSize the same, above {@code minHandSize}
 * @param maxTiltDegrees up to which the horizon may be out of level either way, above 0 and below 45
 * @param maxShake shares of the frame a second, above 0
 * @param minFramesPerSecond above 0
 */
public record FramingSpec(
    View view,
    int hands,
    Area safe,
    double minHandSize,
    double maxHandSize,
    double maxTiltDegrees,
    double maxShake,
    double minFramesPerSecond)
    implements Serializable {
  public FramingSpec {
    if (hands < 0 || hands > 2) {
      throw new IllegalArgumentException("a task needs 0 to 2 hands in view, got " + hands);
    }
    if (safe.left() < 0 || safe.top() < 0 || safe.right() > 1 || safe.bottom() > 1) {
      throw new IllegalArgumentException("a safe area lies within the frame, got " + safe);
    }
    if (!(0 < minHandSize && minHandSize < maxHandSize)) {
      throw new IllegalArgumentException(
          "hand sizes rise from above 0, got %s to %s".formatted(minHandSize, maxHandSize));
    }
    if (!(maxTiltDegrees > 0 && maxTiltDegrees < 45)) {
      throw new IllegalArgumentException("a tilt lies in 0..45, got " + maxTiltDegrees);
    }
    if (!(maxShake > 0 && minFramesPerSecond > 0)) {
      throw new IllegalArgumentException("shake and frame rate lie above 0, got %s and %s"
          .formatted(maxShake, minFramesPerSecond));
    }
  }

  /**
   * A household task filmed from the head or chest. Judgement, not measurement, but for shake: 0.5 is more than any second of
   * ten first-person household clips shook: over the first 150 frames of each, 1,200 windows, median 0.09, nine in ten below 0.23,
   * most 0.48 (ShakeOnRealFramesTest prints them).
   */
  public static FramingSpec household() {
    return new FramingSpec(
        View.FIRST_PERSON, 1, new Area(0.05, 0.10, 0.95, 0.98), 0.10, 0.70, 20, 0.5, 5);
  }

  /** The same task filmed by a camera that stands: smaller hands, a level horizon, no shake. */
  public static FramingSpec tripod() {
    return new FramingSpec(
        View.TRIPOD, 1, new Area(0.05, 0.05, 0.95, 0.95), 0.05, 0.50, 7, 0.15, 5);
  }
}
