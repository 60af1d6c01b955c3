package sightline.wire;

import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;

/** Overrides between domain and Avro. Times are carried in whole milliseconds. */
public final class DirectiveOverrides {
  private DirectiveOverrides() {}

  public static sightline.wire.avro.DirectiveOverride toAvro(DirectiveOverride override) {
    return sightline.wire.avro.DirectiveOverride.newBuilder()
        .setSession(override.session())
        .setIndex(override.index())
        .setRevision(override.revision())
        .setEffectiveAt(override.effectiveAt())
        .setCause(override.cause().name())
        .setDisposition(
            sightline.wire.avro.Disposition.valueOf(override.disposition().name()))
        .setRegions(Regions.toAvro(override.regions()))
        .build();
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself; whoever
   *     applies overrides must then stop, since what it hides is unknown
   */
  public static DirectiveOverride fromAvro(sightline.wire.avro.DirectiveOverride override)
      throws UnreadableRecord {
    return Reading.open(
        override.getKeyId(),
        override.getCipher(),
        () -> new DirectiveOverride(
            override.getSession(),
            override.getIndex(),
            override.getRevision(),
            override.getEffectiveAt(),
            Words.read(OverrideCause.class, override.getCause()),
            Words.read(Disposition.class, override.getDisposition().name()),
            Regions.fromAvro(override.getRegions())));
  }
}
