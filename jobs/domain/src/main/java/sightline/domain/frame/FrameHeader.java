package sightline.domain.frame;

import java.time.Instant;

/**
 * What is known of an accepted frame besides its pixels.
 *
 * @param session random session id (the file's relative path where media files are analysed), the key of everything
 * @param index 0-based place within the session; it alone orders the session
 * @param capturedAt the device's clock; orders nothing but progress within the session, and may be hours off
 * @param width pixels of the stored raster
 * @param height pixels of the stored raster
 * @param rotation how to turn the stored raster upright
 * @param endOfSession true on the frame after which the sender says nothing follows
 */
public record FrameHeader(
    String session,
    int index,
    String task,
    String worker,
    String deviceClass,
    String region,
    Phase phase,
    Instant capturedAt,
    int width,
    int height,
    Rotation rotation,
    boolean endOfSession) {
  public FrameHeader {
    if (session.isEmpty() || index < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a header needs a session, an index from 0 and a size, got index %s, %s x %s"
              .formatted(index, width, height));
    }
  }
}
