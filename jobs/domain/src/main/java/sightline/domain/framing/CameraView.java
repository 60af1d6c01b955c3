package sightline.domain.framing;

import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

/**
 * How the camera was held, as far as one frame tells.
 *
 * @param tiltDegrees the turn of the horizon out of level, -45 to 45, clockwise positive
 * @param profiles null where the pixels did not decode
 */
public record CameraView(Measure tiltDegrees, @Nullable Profiles profiles) {
  public static CameraView unassessed(Unassessed because) {
    return new CameraView(Measure.unassessed(because), null);
  }
}
