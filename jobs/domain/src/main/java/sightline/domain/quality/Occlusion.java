package sightline.domain.quality;

import org.jspecify.annotations.Nullable;

/**
 * How much of the view something covers: a finger, strap, dirt or cloth on the lens, or an object parked before the workspace.
 *
 * @param share of the picture that is covered, 0 to 1
 * @param edge the side the cover touches most, WHOLE where it touches none, null where nothing is covered or nothing was assessed
 * @param mask where, null where nothing is covered or nothing was assessed
 */
public record Occlusion(
    Measure share, @Nullable Edge edge, @Nullable GridMask mask) {
  public static Occlusion unassessed(Unassessed because) {
    return new Occlusion(Measure.unassessed(because), null, null);
  }

  public static Occlusion none() {
    return new Occlusion(Measure.of(0), null, null);
  }
}
