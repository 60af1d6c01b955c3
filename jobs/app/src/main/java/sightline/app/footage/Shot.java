package sightline.app.footage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Rotation;
import sightline.domain.sound.Sound;

/**
 * One picture on its way into a frame record.
 *
 * @param offsetMillis from the start of its session
 * @param width pixels of the stored raster, as declared
 * @param height pixels of the stored raster, as declared
 * @param image JPEG or PNG bytes
 * @param drawnSignature for pictures that this process drew itself
 * @param sound to the next picture; its times count from the epoch, as if the session started there; null without
 */
public record Shot(
    int index,
    long offsetMillis,
    int width,
    int height,
    Rotation rotation,
    byte[] image,
    byte @Nullable [] drawnSignature,
    @Nullable Sound sound) {

  /** A picture without sound. */
  public Shot(
      int index,
      long offsetMillis,
      int width,
      int height,
      Rotation rotation,
      byte[] image,
      byte @Nullable [] drawnSignature) {
    this(index, offsetMillis, width, height, rotation, image, drawnSignature, null);
  }

  Shot with(@Nullable Sound other) {
    return new Shot(index, offsetMillis, width, height, rotation, image, drawnSignature, other);
  }

  Instant capturedAt(Instant start) {
    return start.plusMillis(offsetMillis);
  }
}
