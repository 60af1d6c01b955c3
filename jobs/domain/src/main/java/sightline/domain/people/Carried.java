package sightline.domain.people;

import java.util.List;
import java.util.OptionalLong;
import sightline.domain.privacy.Detection;

/**
 * What looks at neighbouring frames say of one frame.
 *
 * @param detections grown with age, nearest look first; of one and the same thing there may be several
 * @param ageMillis how far in time the farther of the two nearest looks lies, 0 for a frame that was looked at itself; empty
 *     where the frame does not lie between two looks, nor on one, so that it counts as not looked at
 */
public record Carried(List<Detection> detections, OptionalLong ageMillis) {
  public Carried {
    detections = List.copyOf(detections);
  }
}
