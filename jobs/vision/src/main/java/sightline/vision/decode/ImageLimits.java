package sightline.vision.decode;

import java.io.Serializable;

/**
 * What an image may cost before it is refused unseen.
 *
 * @param maxBytes of the coded image
 * @param minSide pixels of the shorter side
 * @param maxPixels width times height
 */
public record ImageLimits(long maxBytes, int minSide, long maxPixels) implements Serializable {
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  public ImageLimits {
    if (maxBytes < 1 || maxBytes > MOST_BYTES || minSide < 1 || maxPixels < 1) {
      throw new IllegalArgumentException(
          "image limits are above 0, and at most 64 MiB of bytes, got %s bytes, side %s, %s pixels"
              .formatted(maxBytes, minSide, maxPixels));
    }
  }

  /** 5 MiB, 16 pixels a side, 8K (7680 x 4320). */
  public static ImageLimits defaults() {
    return new ImageLimits(5L * 1024 * 1024, 16, 7680L * 4320);
  }
}
