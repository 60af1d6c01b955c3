package sightline.wire;

import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;

/** Rejections between domain and Avro. */
public final class Rejections {
  private Rejections() {}

  public static sightline.wire.avro.Rejection toAvro(Rejection rejection) {
    return sightline.wire.avro.Rejection.newBuilder()
        .setOrigin(Origins.toAvro(rejection.origin()))
        .setReason(rejection.reason().name())
        .setMeasured(rejection.measured())
        .setLimit(rejection.limit())
        .build();
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself
   */
  public static Rejection fromAvro(sightline.wire.avro.Rejection rejection)
      throws UnreadableRecord {
    return Reading.open(
        rejection.getKeyId(),
        rejection.getCipher(),
        () -> new Rejection(
            Origins.fromAvro(rejection.getOrigin()),
            Words.read(RejectReason.class, rejection.getReason()),
            rejection.getMeasured(),
            rejection.getLimit()));
  }
}
