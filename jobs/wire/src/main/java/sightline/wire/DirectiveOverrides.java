package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Lift;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.WithholdReason;

/**
 * Overrides between domain and Avro. Times are carried in whole milliseconds. To a reader that knows nothing of lifts, one that lifts looks
 * like one that withholds, which the frame that it is about is already.
 */
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
            disposition(override.lift() == null ? override.disposition() : Disposition.WITHHOLD))
        .setRegions(Regions.toAvro(override.regions()))
        .setLift(lift(override))
        .build();
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself; whoever
   *     applies overrides must then stop, since what it hides is unknown
   */
  public static DirectiveOverride fromAvro(sightline.wire.avro.DirectiveOverride override)
      throws UnreadableRecord {
    return Reading.open(override.getKeyId(), override.getCipher(), () -> {
      sightline.wire.avro.Lift lift = override.getLift();
      return new DirectiveOverride(
          override.getSession(),
          override.getIndex(),
          override.getRevision(),
          override.getEffectiveAt(),
          Words.read(OverrideCause.class, override.getCause()),
          Words.read(
              Disposition.class,
              (lift == null ? override.getDisposition() : lift.getDisposition()).name()),
          Regions.fromAvro(override.getRegions()),
          lift == null ? null : new Lift(lift.getSha256(), reasons(lift.getReasons())));
    });
  }

  private static sightline.wire.avro.@Nullable Lift lift(DirectiveOverride override) {
    Lift lift = override.lift();
    return lift == null
        ? null
        : new sightline.wire.avro.Lift(
            disposition(override.disposition()),
            lift.sha256(),
            lift.reasons().stream().map(WithholdReason::name).toList());
  }

  private static sightline.wire.avro.Disposition disposition(Disposition disposition) {
    return sightline.wire.avro.Disposition.valueOf(disposition.name());
  }

  private static List<WithholdReason> reasons(List<String> words) throws UnreadableRecord {
    List<WithholdReason> reasons = new ArrayList<>();
    for (String word : words) {
      reasons.add(Words.read(WithholdReason.class, word));
    }
    return reasons;
  }
}
