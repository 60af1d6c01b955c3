package sightline.wire;

import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Edge;
import sightline.domain.quality.GridMask;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Unassessed;

/** Occlusions between domain and Avro. */
final class Occlusions {
  private Occlusions() {}

  static sightline.wire.avro.Occlusion toAvro(Occlusion occlusion) {
    Edge edge = occlusion.edge();
    GridMask mask = occlusion.mask();
    return new sightline.wire.avro.Occlusion(
        Measures.toAvro(occlusion.share()),
        edge == null ? null : edge.name(),
        mask == null
            ? null
            : new sightline.wire.avro.GridMask(mask.columns(), mask.rows(), mask.cells()));
  }

  /**
   * @param occlusion null from a writer that did not say
   */
  static Occlusion fromAvro(sightline.wire.avro.@Nullable Occlusion occlusion)
      throws UnreadableRecord {
    if (occlusion == null) {
      return Occlusion.unassessed(Unassessed.NOT_IN_THIS_VERSION);
    }
    String edge = occlusion.getEdge();
    var mask = occlusion.getMask();
    return new Occlusion(
        Measures.fromAvro(occlusion.getShare()),
        edge == null ? null : Words.read(Edge.class, edge),
        mask == null ? null : new GridMask(mask.getColumns(), mask.getRows(), mask.getCells()));
  }
}
