package sightline.domain.assessment;

import sightline.domain.frame.Rotation;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.LensOcclusion;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;

/**
 * Everything the pixels of one frame say, and nothing of the pixels.
 *
 * @param upright the turn under which the measures were taken; boxes are given in the stored raster all the same
 * @param models versions of the models that looked, or "none"
 */
public record Assessment(
    Decoding decoding,
    Rotation upright,
    Exposure exposure,
    Sharpness sharpness,
    LensOcclusion lens,
    DetectorReading faces,
    String models) {

  public static Assessment undecodable(Rotation upright, String models) {
    return new Assessment(
        Decoding.UNDECODABLE,
        upright,
        Exposure.unassessed(Unassessed.UNDECODABLE),
        Sharpness.unassessed(Unassessed.UNDECODABLE),
        LensOcclusion.unassessed(Unassessed.UNDECODABLE),
        DetectorReading.failed(DetectorKind.FACE),
        models);
  }
}
