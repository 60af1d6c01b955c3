package sightline.vision.detection;

import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;

/**
 * When a frame in which a model found nothing may be taken for one without a face, a person, a screen or text. On composites in less light than the
 * first bound it misses five faces in six, on blurred ones below the last four in ten; of 3,000 frames of ordinary homes none is
 * too dark and three are too blurred. The model's card and the accuracy page have the figures.
 */
final class Validity {
  private static final double MIN_BRIGHTNESS = 0.12;
  private static final double MIN_CONTRAST = 0.06;
  private static final double MIN_ACUTANCE = 0.60;

  private Validity() {}

  /** The same reading, its look called too dark or too blurred where it was; a stand-in's word is worth nothing anyway. */
  static DetectorReading of(DetectorReading faces, Exposure exposure, Sharpness sharpness) {
    if (faces.looked() != Looked.WITH_MODEL) {
      return faces;
    }
    if (failed(exposure.brightness())
        || failed(exposure.contrast())
        || failed(sharpness.acutance())) {
      return DetectorReading.failed(faces.kind());
    }
    if (below(exposure.brightness(), MIN_BRIGHTNESS) || below(exposure.contrast(), MIN_CONTRAST)) {
      return new DetectorReading(faces.kind(), Looked.TOO_DARK, faces.detections());
    }
    // a picture without any texture may be a wall, or anything at all out of focus
    boolean plain = sharpness.acutance().unassessed() == Unassessed.NOTHING_TO_MEASURE;
    return plain || below(sharpness.acutance(), MIN_ACUTANCE)
        ? new DetectorReading(faces.kind(), Looked.TOO_BLURRED, faces.detections())
        : faces;
  }

  /** Nobody knows then what the look is worth. */
  private static boolean failed(Measure measure) {
    return measure.unassessed() == Unassessed.DETECTOR_FAILED;
  }

  private static boolean below(Measure measure, double bound) {
    return measure.assessed() && measure.orThrow() < bound;
  }
}
