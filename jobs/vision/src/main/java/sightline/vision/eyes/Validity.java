package sightline.vision.eyes;

import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;

/**
 * When a frame in which a model found nothing may be taken for one without a face, a person, a screen or text. On composites
 * in less light than the first bound it misses five faces in six, on blurred ones below the last four in ten; of 3,000 frames
 * of ordinary homes none is too dark and three are too blurred. The model's card and the accuracy page have the figures.
 */
final class Validity {
  private static final double MIN_BRIGHTNESS = 0.12;
  private static final double MIN_CONTRAST = 0.06;
  private static final double MIN_ACUTANCE = 0.60;

  private Validity() {}

  /**
   * The same reading, its look called too dark or too blurred where it was, and not judged where nobody knows; what it found stays.
   * A stand-in's word is worth nothing anyway.
   */
  static DetectorReading of(DetectorReading reading, Exposure exposure, Sharpness sharpness) {
    if (reading.looked() != Looked.WITH_MODEL) {
      return reading;
    }
    return new DetectorReading(
        reading.kind(),
        worth(exposure.brightness(), exposure.contrast(), sharpness.acutance()),
        reading.detections());
  }

  private static Looked worth(Measure brightness, Measure contrast, Measure acutance) {
    boolean dark = acutance.unassessed() == Unassessed.TOO_DARK;
    // a picture without any texture may be a wall, or anything at all out of focus
    boolean plain = acutance.unassessed() == Unassessed.NOTHING_TO_MEASURE;
    boolean judged = acutance.assessed() || dark || plain;
    if (!judged || !brightness.assessed() || !contrast.assessed()) {
      return Looked.NOT_JUDGED;
    }
    if (dark || brightness.orThrow() < MIN_BRIGHTNESS || contrast.orThrow() < MIN_CONTRAST) {
      return Looked.TOO_DARK;
    }
    return plain || acutance.orThrow() < MIN_ACUTANCE ? Looked.TOO_BLURRED : Looked.WITH_MODEL;
  }
}
