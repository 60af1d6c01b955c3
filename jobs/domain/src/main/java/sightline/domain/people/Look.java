package sightline.domain.people;

import java.util.List;
import sightline.domain.privacy.Detection;

/**
 * One look that happened, at what it found.
 *
 * @param capturedAtMillis event time of the frame that was looked at
 * @param found what must be hidden, as it was judged then; boxes in the stored raster
 */
public record Look(long capturedAtMillis, List<Detection> found) {
  public Look {
    found = List.copyOf(found);
  }
}
