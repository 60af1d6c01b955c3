package sightline.wire;

import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

/** A number or the reason why there is none, as it is carried within other records. */
final class Measures {
  private Measures() {}

  static sightline.wire.avro.Measure toAvro(Measure measure) {
    Unassessed because = measure.unassessed();
    return new sightline.wire.avro.Measure(
        measure.value(), because == null ? null : because.name());
  }

  static Measure fromAvro(sightline.wire.avro.Measure measure) throws UnreadableRecord {
    String because = measure.getUnassessed();
    return new Measure(
        measure.getValue(), because == null ? null : Words.read(Unassessed.class, because));
  }
}
