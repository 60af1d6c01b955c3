package sightline.domain.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.Mark;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.Sighting;
import sightline.domain.frame.Phase;
import sightline.domain.framing.Area;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.domain.restricted.BlockKind;

/**
 * A frame as a test shows it: without more it was looked at for everything, and nothing was found.
 *
 * @param age of the looks, in milliseconds
 */
record Shown(
    int index,
    long millis,
    Looked looked,
    long age,
    List<Sighting> sightings,
    List<WithholdReason> because,
    Measure voice,
    List<Mark> marks,
    boolean last) {
  static Shown clean(int index, long millis) {
    return new Shown(
        index,
        millis,
        Looked.WITH_MODEL,
        0,
        List.of(),
        List.of(),
        Measure.unassessed(Unassessed.NOTHING_TO_MEASURE),
        List.of(),
        false);
  }

  Shown looked(Looked how, long ageMillis) {
    return new Shown(index, millis, how, ageMillis, sightings, because, voice, marks, last);
  }

  /** One more person whose box is so high, a share of the frame. */
  Shown person(double left, double height, double confidence) {
    Area at = new Area(left, 0, left + 0.1, height);
    return and(
        new Sighting(RegionKind.PERSON, RegionReason.THIRD_PARTY, at, null, null, confidence));
  }

  Shown text(@Nullable BlockKind block) {
    Area at = new Area(0.2, 0.2, 0.4, 0.4);
    return and(new Sighting(RegionKind.TEXT, RegionReason.TEXT_DETECTED, at, block, null, 0.7));
  }

  Shown and(Sighting sighting) {
    List<Sighting> more = new ArrayList<>(sightings);
    more.add(sighting);
    return new Shown(index, millis, looked, age, more, because, voice, marks, last);
  }

  Shown because(WithholdReason... reasons) {
    return new Shown(index, millis, looked, age, sightings, List.of(reasons), voice, marks, last);
  }

  Shown voice(double sure) {
    return new Shown(index, millis, looked, age, sightings, because, Measure.of(sure), marks, last);
  }

  Shown marked() {
    return new Shown(
        index, millis, looked, age, sightings, because, voice, List.of(Mark.MAYBE_A_CHILD), last);
  }

  Observation observation() {
    List<Look> looks =
        List.of(DetectorKind.FACE, DetectorKind.PERSON, DetectorKind.SCREEN, DetectorKind.TEXT)
            .stream()
            .map(kind -> new Look(kind, looked, looked.finds() ? (Long) age : null))
            .toList();
    return new Observation(
        "session-7f3a",
        index,
        Instant.ofEpochMilli(millis),
        millis,
        Phase.RECORDING,
        last,
        "free",
        "phone-mid",
        "ke-nairobi",
        null,
        because,
        looks,
        sightings,
        voice,
        marks,
        List.of(),
        "household-1");
  }
}
