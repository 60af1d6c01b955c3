package sightline.domain.assessment;

import java.util.Arrays;
import java.util.List;
import sightline.domain.frame.Rotation;
import sightline.domain.framing.CameraView;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;

/**
 * Everything the pixels of one frame say, and nothing of the pixels.
 *
 * @param upright the turn under which the measures were taken; boxes are given in the stored raster all the same
 * @param noise standard deviation of what the sensor adds by itself to luma, over 255, 0 to 1
 * @param lens what lies on the lens
 * @param view what stands before the workspace
 * @param readings at most one a kind of detector
 * @param models versions of the models that looked, joined by a space, or "none"
 */
public record Assessment(
    Decoding decoding,
    Rotation upright,
    Exposure exposure,
    Sharpness sharpness,
    Measure noise,
    Occlusion lens,
    Occlusion view,
    CameraView camera,
    List<DetectorReading> readings,
    String models) {
  public Assessment {
    readings = List.copyOf(readings);
    if (readings.stream().map(DetectorReading::kind).distinct().count() != readings.size()) {
      throw new IllegalArgumentException(
          "a kind of detector reads a frame once, got %s".formatted(readings));
    }
  }

  public static Assessment undecodable(Rotation upright, String models) {
    return blind(Decoding.UNDECODABLE, Unassessed.UNDECODABLE, upright, models);
  }

  /** Nothing of this one: what remains where no rule can be trusted with it. */
  public Assessment blinded() {
    return blind(decoding, Unassessed.DETECTOR_FAILED, upright, models);
  }

  private static Assessment blind(
      Decoding decoding, Unassessed because, Rotation upright, String models) {
    return new Assessment(
        decoding,
        upright,
        Exposure.unassessed(because),
        Sharpness.unassessed(because),
        Measure.unassessed(because),
        Occlusion.unassessed(because),
        Occlusion.unassessed(because),
        CameraView.unassessed(because),
        Arrays.stream(DetectorKind.values()).map(DetectorReading::failed).toList(),
        models);
  }

  /** The same, with one model more that had a part in it. */
  public Assessment alsoBy(String version) {
    return new Assessment(
        decoding,
        upright,
        exposure,
        sharpness,
        noise,
        lens,
        view,
        camera,
        readings,
        models.equals("none") ? version : models + " " + version);
  }

  /** What this kind of detector said; a kind that is not there did not look at all. */
  public DetectorReading reading(DetectorKind kind) {
    return readings.stream()
        .filter(reading -> reading.kind() == kind)
        .findFirst()
        .orElseGet(() -> DetectorReading.without(kind, Looked.NOT_AT_ALL));
  }
}
