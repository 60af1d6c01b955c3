package sightline.domain.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.Mark;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.Sighting;
import sightline.domain.framing.Area;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.restricted.BlockKind;

/** Hears what one frame says of each kind of incident. No news is not good news: where nobody could look, nobody knows. */
record Testimony(Observation frame) {
  /** A look this far away in time still answers for a frame that has nothing of it. */
  private static final long NEAR_MILLIS = 1_000;
  /** One box lies so far in another that both may show the same. */
  private static final double THE_SAME = 0.5;

  private static final double SPEECH = 0.5;
  private static final Set<WithholdReason> UNCONSENTED = EnumSet.of(
      WithholdReason.CONSENT_UNVERIFIED,
      WithholdReason.CONSENT_MISSING,
      WithholdReason.CONSENT_INVALID,
      WithholdReason.CONSENT_EXPIRED,
      WithholdReason.CONSENT_NOT_FOR_THIS,
      WithholdReason.CONSENT_SCOPE);
  private static final Set<WithholdReason> REVOKED = EnumSet.of(WithholdReason.CONSENT_REVOKED);

  Word on(IncidentKind kind) {
    if (!frame.inPlace()) {
      return without(Said.UNKNOWN);
    }
    return switch (kind) {
      case THIRD_PARTY_ENTERED ->
        seen(
            DetectorKind.PERSON,
            sighting -> sighting.kind() == RegionKind.PERSON
                && (sighting.reason() == RegionReason.THIRD_PARTY
                    || sighting.reason() == RegionReason.TRACKED));
      case FACE_OF_NON_CONSENTING ->
        seen(DetectorKind.FACE, sighting -> sighting.kind() == RegionKind.FACE);
      case DOCUMENT_IN_VIEW -> document();
      case SCREEN_IN_VIEW ->
        seen(DetectorKind.SCREEN, sighting -> sighting.kind() == RegionKind.SCREEN);
      case CONSENT_MISSING -> consent(UNCONSENTED);
      case CONSENT_REVOKED -> consent(REVOKED);
      case VOICE -> voice();
    };
  }

  private Word document() {
    Word seen = seen(
        DetectorKind.TEXT,
        sighting -> sighting.block() == BlockKind.DOCUMENT || sighting.block() == BlockKind.CARD);
    boolean unnamed = frame.sightings().stream()
        .anyMatch(sighting -> sighting.kind() == RegionKind.TEXT && sighting.block() == null);
    return unnamed && seen.said().quiet() ? without(Said.STILL_THERE) : seen;
  }

  /** Whatever is wrong with consent is known of every frame that was decided, seen or not. */
  private Word consent(Set<WithholdReason> reasons) {
    boolean lacking = frame.withheldBecause().stream().anyMatch(reasons::contains);
    return lacking ? word(1, 0, 1, List.of()) : without(Said.CLEAR);
  }

  private Word voice() {
    if (!frame.voice().assessed()) {
      return without(Said.UNKNOWN);
    }
    double sure = frame.voice().orThrow();
    return sure >= SPEECH ? word(1, 0, sure, List.of()) : without(Said.CLEAR);
  }

  private Word seen(DetectorKind by, Predicate<Sighting> concerns) {
    List<Sighting> hidden = frame.sightings().stream().filter(concerns).toList();
    Look look = frame.look(by);
    boolean own = look != null && Long.valueOf(0).equals(look.ageMillis());
    if (hidden.isEmpty()) {
      return without(!answers(look) ? Said.UNKNOWN : own ? Said.CLEAR : Said.STILL_CLEAR);
    }
    List<Sighting> found = hidden.stream()
        .filter(sighting -> sighting.reason() != RegionReason.TRACKED)
        .toList();
    return own && answers(look) && !found.isEmpty()
        ? word(
            apart(hidden),
            found.stream().mapToDouble(Testimony::height).max().orElse(0),
            found.stream().mapToDouble(Sighting::confidence).max().orElse(0),
            by == DetectorKind.PERSON || by == DetectorKind.FACE ? frame.marks() : List.of())
        : without(Said.STILL_THERE);
  }

  /** A stand-in's word is worth nothing where the policy did not take it for enough. */
  private boolean answers(@Nullable Look look) {
    if (look == null || !look.looked().seesWell()) {
      return false;
    }
    Long age = look.ageMillis();
    return age != null
        && age <= NEAR_MILLIS
        && (look.looked() == Looked.WITH_MODEL
            || !frame.withheldBecause().contains(WithholdReason.MODEL_MISSING));
  }

  /** How many there are at least: tracks, and boxes without one that do not lie in another. */
  private static int apart(List<Sighting> hidden) {
    long tracks = hidden.stream()
        .filter(sighting -> sighting.track() != null)
        .map(Sighting::track)
        .distinct()
        .count();
    List<Area> counted = new ArrayList<>(hidden.stream()
        .filter(sighting -> sighting.track() != null)
        .map(Sighting::at)
        .toList());
    List<Area> others = hidden.stream()
        .filter(sighting -> sighting.track() == null)
        .map(Sighting::at)
        .sorted(Comparator.comparingDouble(Area::size).reversed())
        .toList();
    int untracked = 0;
    for (Area other : others) {
      if (counted.stream().noneMatch(area -> other.shareIn(area) >= THE_SAME)) {
        untracked++;
        counted.add(other);
      }
    }
    return (int) tracks + untracked;
  }

  private static double height(Sighting sighting) {
    double height =
        Math.min(1, sighting.at().bottom()) - Math.max(0, sighting.at().top());
    return Math.round(1e4 * Math.max(0, height)) / 1e4;
  }

  private Word word(int count, double nearest, double sure, List<Mark> marks) {
    return new Word(frame.index(), millis(), Said.SEEN, count, nearest, sure, marks);
  }

  private Word without(Said said) {
    return Word.without(frame.index(), millis(), said);
  }

  private long millis() {
    return frame.capturedAt().toEpochMilli();
  }
}
