package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;

/** What to fill in a frame, as it is carried within other records. */
final class Regions {
  private Regions() {}

  static List<sightline.wire.avro.Region> toAvro(List<Region> regions) {
    return regions.stream()
        .map(region -> new sightline.wire.avro.Region(
            region.x(),
            region.y(),
            region.width(),
            region.height(),
            region.kind().name(),
            region.reason().name(),
            region.track(),
            region.confidence()))
        .toList();
  }

  static List<Region> fromAvro(List<sightline.wire.avro.Region> regions) throws UnreadableRecord {
    List<Region> read = new ArrayList<>();
    for (var region : regions) {
      read.add(new Region(
          region.getX(),
          region.getY(),
          region.getWidth(),
          region.getHeight(),
          Words.read(RegionKind.class, region.getKind()),
          Words.read(RegionReason.class, region.getReason()),
          region.getTrack(),
          region.getConfidence()));
    }
    return read;
  }
}
