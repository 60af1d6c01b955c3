package sightline.domain.privacy;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Box;

/**
 * A rectangle to be filled before anyone sees the frame: whole pixels of the stored raster, inside it.
 *
 * @param x pixels from the left, from 0
 * @param y pixels from the top, from 0
 * @param width pixels, above 0
 * @param height pixels, above 0
 * @param track the track it belongs to, null while there are no tracks
 * @param confidence 0 to 1 in steps of 0.01
 */
public record Region(
    int x,
    int y,
    int width,
    int height,
    RegionKind kind,
    RegionReason reason,
    @Nullable Integer track,
    double confidence)
    implements Serializable {
  public Region {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a region lies inside the frame, got %s,%s %s x %s".formatted(x, y, width, height));
    }
  }

  /**
   * What lies around a box: whole pixels, rounded outward, cut to the raster.
   *
   * @param rasterWidth pixels
   * @param rasterHeight pixels
   * @return null where nothing of the box lies in the raster
   */
  public static @Nullable Region around(
      Box box,
      int rasterWidth,
      int rasterHeight,
      RegionKind kind,
      RegionReason reason,
      @Nullable Integer track,
      double confidence) {
    int left = (int) Math.max(0, Math.floor(box.left()));
    int top = (int) Math.max(0, Math.floor(box.top()));
    int right = (int) Math.min(rasterWidth, Math.ceil(box.right()));
    int bottom = (int) Math.min(rasterHeight, Math.ceil(box.bottom()));
    return right > left && bottom > top
        ? new Region(left, top, right - left, bottom - top, kind, reason, track, confidence)
        : null;
  }

  public Box box() {
    return new Box(x, y, width, height);
  }
}
