package sightline.domain.assessment;

import java.util.List;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Look;

/**
 * What counts as seen in a frame by one kind of detector, its own look or its neighbours'.
 *
 * @param detections in the stored raster, most confident first; those of neighbours in no order
 */
public record Sight(Look look, List<Detection> detections) {
  public Sight {
    detections = List.copyOf(detections);
  }

  public DetectorKind kind() {
    return look.kind();
  }
}
