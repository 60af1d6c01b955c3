package sightline.vision.occlusion;

import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Unassessed;

/**
 * What covers a picture.
 *
 * @param lens on the lens or right before it
 * @param view parked before the workspace
 */
public record Covers(Occlusion lens, Occlusion view) {
  public static Covers unassessed(Unassessed because) {
    return new Covers(Occlusion.unassessed(because), Occlusion.unassessed(because));
  }
}
