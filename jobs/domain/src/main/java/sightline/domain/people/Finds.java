package sightline.domain.people;

import java.util.List;
import sightline.domain.privacy.Detection;

/**
 * What one look that happened found.
 *
 * @param capturedAtMillis event time of the frame that was looked at
 * @param found what must be hidden, as it was judged then; boxes in the stored raster
 */
public record Finds(long capturedAtMillis, List<Detection> found) {
  public Finds {
    found = List.copyOf(found);
  }
}
