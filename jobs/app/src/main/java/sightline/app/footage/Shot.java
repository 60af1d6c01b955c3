package sightline.app.footage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Rotation;

/**
 * One picture on its way into a frame record.
 *
 * @param offsetMillis from the start of its session
 * @param width pixels of the stored raster, as declared
 * @param height pixels of the stored raster, as declared
 * @param image JPEG or PNG bytes
 * @param drawnSignature for pictures that this process drew itself
 */
public record Shot(
    int index,
    long offsetMillis,
    int width,
    int height,
    Rotation rotation,
    byte[] image,
    byte @Nullable [] drawnSignature) {

  Instant capturedAt(Instant start) {
    return start.plusMillis(offsetMillis);
  }
}
