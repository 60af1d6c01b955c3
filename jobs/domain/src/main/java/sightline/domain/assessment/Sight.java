package sightline.domain.assessment;

import java.util.List;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Look;

/**
 * What counts as seen in a frame by one kind of detector, by its own look and by its neighbours'.
 *
 * @param present of persons the third parties alone, of text the blocks that could be read, of all others whatever was found
 */
public record Sight(Look look, List<Tracked> present) {
  public Sight {
    present = List.copyOf(present);
  }

  public DetectorKind kind() {
    return look.kind();
  }

  /** In the stored raster. */
  public List<Detection> detections() {
    return present.stream().map(Tracked::believed).toList();
  }
}
