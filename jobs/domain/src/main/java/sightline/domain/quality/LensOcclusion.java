package sightline.domain.quality;

import org.jspecify.annotations.Nullable;

/**
 * How much of the lens something covers.
 *
 * @param share share of the picture's grid cells that look covered, 0 to 1
 * @param edge the side the cover touches most, null where nothing is covered or nothing was assessed
 */
public record LensOcclusion(Measure share, @Nullable Edge edge) {
  public static LensOcclusion unassessed(Unassessed because) {
    return new LensOcclusion(Measure.unassessed(because), null);
  }
}
