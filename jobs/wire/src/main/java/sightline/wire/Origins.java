package sightline.wire;

import java.time.Instant;
import sightline.domain.frame.Origin;

/** Where a record was read, as it is carried within others. */
final class Origins {
  private Origins() {}

  static sightline.wire.avro.Origin toAvro(Origin origin) {
    Long appended = origin.appendedAtMillis();
    return new sightline.wire.avro.Origin(
        origin.topic(),
        origin.partition(),
        origin.offset(),
        appended == null ? null : Instant.ofEpochMilli(appended));
  }

  static Origin fromAvro(sightline.wire.avro.Origin origin) {
    Instant appended = origin.getAppendedAt();
    return new Origin(
        origin.getTopic(),
        origin.getPartition(),
        origin.getOffset(),
        appended == null ? null : appended.toEpochMilli());
  }
}
