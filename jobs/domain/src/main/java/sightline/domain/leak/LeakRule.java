package sightline.domain.leak;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.domain.leak.Coverage.Extent;
import sightline.domain.policy.Growth;
import sightline.domain.policy.Policy;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;

/**
 * What of a second look's finds is a leak, and how it is hidden.
 *
 * @param confidence from which a find counts, 0 to 1, as when the pass was measured
 * @param growth of a find before it is filled
 */
public record LeakRule(double confidence, Growth growth) implements Serializable {
  public LeakRule {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "a find counts from a confidence in 0..1, got " + confidence);
    }
  }

  /** Faces are grown as the policy for homes grows them. */
  public static LeakRule from(double confidence) {
    return Policy.household().hidings().stream()
        .filter(hiding -> hiding.kind() == DetectorKind.FACE)
        .findFirst()
        .map(hiding -> new LeakRule(confidence, hiding.growth()))
        .orElseThrow();
  }

  /**
   * Finds of which the regions cover less than {@link Coverage#LEAK}; of a find that sticks out of the picture, the part within
   * it counts.
   *
   * @param finds in the stored raster
   * @param width pixels of the stored raster
   * @param height pixels of the stored raster
   */
  public List<Detection> leaks(List<Detection> finds, List<Region> regions, int width, int height) {
    Extent picture = new Extent(0, 0, width, height);
    List<Extent> covers = regions.stream().map(region -> extent(region.box())).toList();
    return finds.stream()
        .filter(find -> find.confidence() >= confidence)
        .filter(find -> isOpen(extent(find.box()).within(picture), covers))
        .toList();
  }

  private static boolean isOpen(Optional<Extent> seen, List<Extent> covers) {
    return seen.isPresent() && Coverage.of(seen.get(), covers) < Coverage.LEAK;
  }

  /**
   * @param upright the turn that brings the stored raster upright
   * @return one a find, but for those of which nothing lies in the picture
   */
  public List<Region> hiding(List<Detection> leaks, Rotation upright, int width, int height) {
    List<Region> regions = new ArrayList<>();
    for (Detection leak : leaks) {
      Region region = Region.around(
          growth.grow(leak.box(), upright),
          width,
          height,
          RegionKind.FACE,
          RegionReason.FACE_DETECTED,
          null,
          leak.confidence());
      if (region != null) {
        regions.add(region);
      }
    }
    return regions;
  }

  private static Extent extent(Box box) {
    return new Extent(box.left(), box.top(), box.right(), box.bottom());
  }
}
