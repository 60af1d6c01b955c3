package sightline.domain.privacy;

import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Box;

/**
 * Something a detector saw.
 *
 * @param box in the stored raster
 * @param confidence 0 to 1, rounded to 0.01 so that no threshold hangs on the last bits of a float
 * @param label the detector's own word for it, such as "laptop"; null where its kind says everything
 */
public record Detection(
    Box box, double confidence, @Nullable String label) {
  public Detection {
    // before rounding, which makes a zero of what is not a number
    if (!(confidence >= -0.005 && confidence < 1.005)) {
      throw new IllegalArgumentException("a confidence lies in 0..1, got " + confidence);
    }
    confidence = Math.max(0, Math.round(confidence * 100) / 100.0);
  }

  public Detection(Box box, double confidence) {
    this(box, confidence, null);
  }
}
