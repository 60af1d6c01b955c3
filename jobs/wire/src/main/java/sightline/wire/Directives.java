package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.MutedSpan;
import sightline.domain.privacy.WithholdReason;

/** Directives between domain and Avro. Times are carried in whole milliseconds. */
public final class Directives {
  private Directives() {}

  public static sightline.wire.avro.Directive toAvro(Directive directive) {
    Lateness lateness = directive.lateness();
    return sightline.wire.avro.Directive.newBuilder()
        .setSession(directive.session())
        .setIndex(directive.index())
        .setCapturedAt(directive.capturedAt())
        .setOrigin(Origins.toAvro(directive.origin()))
        .setSha256(directive.sha256())
        .setDisposition(
            sightline.wire.avro.Disposition.valueOf(directive.disposition().name()))
        .setWithheldBecause(directive.withheldBecause().stream().map(Enum::name).toList())
        .setRegions(Regions.toAvro(directive.regions()))
        .setAudio(sightline.wire.avro.Audio.MUTE)
        .setMuted(directive.audio() == Audio.MUTE ? null : muted(directive))
        .setFinality(sightline.wire.avro.Finality.valueOf(directive.finality().name()))
        .setRevision(directive.revision())
        .setLateness(lateness == null ? null : lateness.name())
        .setConsent(sightline.wire.avro.Consent.valueOf(directive.consent().name()))
        .setPurposes(directive.purposes())
        .setPolicy(directive.policy())
        .setModels(directive.models())
        .setDoubt(directive.doubt())
        .setLooks(directive.looks().stream()
            .map(look -> new sightline.wire.avro.Look(
                look.kind().name(), look.looked().name(), look.ageMillis()))
            .toList())
        .build();
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself; the
   *     frame then has no directive for this reader, and is not releasable
   */
  public static Directive fromAvro(sightline.wire.avro.Directive directive)
      throws UnreadableRecord {
    return Reading.open(
        directive.getKeyId(),
        directive.getCipher(),
        () -> new Directive(
            directive.getSession(),
            directive.getIndex(),
            directive.getCapturedAt(),
            Origins.fromAvro(directive.getOrigin()),
            directive.getSha256(),
            Words.read(Disposition.class, directive.getDisposition().name()),
            reasons(directive.getWithheldBecause()),
            Regions.fromAvro(directive.getRegions()),
            directive.getMuted() == null ? Audio.MUTE : Audio.MUTE_SPANS,
            muted(directive.getMuted()),
            Words.read(Finality.class, directive.getFinality().name()),
            directive.getRevision(),
            lateness(directive.getLateness()),
            Words.read(Consent.class, directive.getConsent().name()),
            directive.getPurposes(),
            directive.getPolicy(),
            directive.getModels(),
            directive.getDoubt(),
            looks(directive.getLooks())));
  }

  private static List<sightline.wire.avro.MutedSpan> muted(Directive directive) {
    return directive.muted().stream()
        .map(span -> new sightline.wire.avro.MutedSpan(span.from(), span.to()))
        .toList();
  }

  private static List<MutedSpan> muted(@Nullable List<sightline.wire.avro.MutedSpan> read) {
    return read == null
        ? List.of()
        : read.stream().map(span -> new MutedSpan(span.getFrom(), span.getTo())).toList();
  }

  private static List<Look> looks(List<sightline.wire.avro.Look> read) throws UnreadableRecord {
    List<Look> looks = new ArrayList<>();
    for (var look : read) {
      looks.add(new Look(
          Words.read(DetectorKind.class, look.getKind()),
          Words.read(Looked.class, look.getLooked()),
          look.getAgeMillis()));
    }
    return looks;
  }

  private static List<WithholdReason> reasons(List<String> words) throws UnreadableRecord {
    List<WithholdReason> reasons = new ArrayList<>();
    for (String word : words) {
      reasons.add(Words.read(WithholdReason.class, word));
    }
    return reasons;
  }

  private static @Nullable Lateness lateness(@Nullable String word) throws UnreadableRecord {
    return word == null ? null : Words.read(Lateness.class, word);
  }
}
