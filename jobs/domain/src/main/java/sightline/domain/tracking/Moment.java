package sightline.domain.tracking;

import java.util.List;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;

/**
 * One frame as one kind of detector saw it.
 *
 * @param atMillis capture time, epoch milliseconds of the device's clock
 * @param looked how the look went; one that did not happen ends nothing
 * @param found in the stored raster; empty where nothing looked
 * @param right pixels of the stored raster by which the camera's motion has moved the scene to the right since the first moment
 * @param down likewise, downwards
 */
public record Moment(
    long atMillis, Looked looked, List<Detection> found, double right, double down) {
  public Moment {
    found = List.copyOf(found);
    if (!looked.finds() && !found.isEmpty()) {
      throw new IllegalArgumentException("%s finds nothing, got %s".formatted(looked, found));
    }
    if (!Double.isFinite(right) || !Double.isFinite(down)) {
      throw new IllegalArgumentException(
          "a scene moves by pixels, got %s, %s".formatted(right, down));
    }
  }
}
