package sightline.wire;

import sightline.domain.control.Revocation;
import sightline.domain.control.RevocationReason;
import sightline.domain.control.RevokedBy;

/** Revocations between domain and Avro. Times are carried in whole milliseconds. */
public final class Revocations {
  private Revocations() {}

  public static sightline.wire.avro.Revocation toAvro(Revocation revocation) {
    return sightline.wire.avro.Revocation.newBuilder()
        .setKind(revocation.by().name())
        .setId(revocation.id())
        .setEffectiveAt(revocation.effectiveAt())
        .setReason(revocation.reason().name())
        .build();
  }

  /**
   * A reason that this version does not know is UNSPECIFIED: it changes nothing, and the revocation must hold.
   *
   * @throws UnreadableRecord where it is encrypted, names something of an unknown kind, or nothing
   */
  public static Revocation fromAvro(sightline.wire.avro.Revocation revocation)
      throws UnreadableRecord {
    return Reading.open(
        revocation.getKeyId(),
        revocation.getCipher(),
        () -> new Revocation(
            Words.read(RevokedBy.class, revocation.getKind()),
            revocation.getId(),
            revocation.getEffectiveAt(),
            reason(revocation.getReason())));
  }

  private static RevocationReason reason(String word) {
    try {
      return Words.read(RevocationReason.class, word);
    } catch (UnreadableRecord ofALaterVersion) {
      return RevocationReason.UNSPECIFIED;
    }
  }
}
