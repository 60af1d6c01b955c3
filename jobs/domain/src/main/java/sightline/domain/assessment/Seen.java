package sightline.domain.assessment;

import java.util.List;
import sightline.domain.framing.Framing;
import sightline.domain.hands.HandsSeen;
import sightline.domain.people.PersonJudgement;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.quality.MeasureReading;
import sightline.domain.sound.Speech;

/**
 * What the engine makes of a frame among its neighbours in time.
 *
 * @param sights one a kind of detector
 * @param persons every body seen in it, with whose it is
 * @param hands the worker's hands in view
 * @param framing how the frame shows what the task wants to see
 * @param measures of camera motion, repeats and cadence
 * @param speech what may be speech in the frame's own sound, with what reaches in from the sound around it
 */
public record Seen(
    AssessedFrame frame,
    List<Sight> sights,
    List<PersonJudgement> persons,
    HandsSeen hands,
    Framing framing,
    List<MeasureReading> measures,
    Speech speech) {
  public Seen {
    sights = List.copyOf(sights);
    persons = List.copyOf(persons);
    measures = List.copyOf(measures);
  }

  public Sight sight(DetectorKind kind) {
    return sights.stream()
        .filter(sight -> sight.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing was made of %s".formatted(kind)));
  }
}
