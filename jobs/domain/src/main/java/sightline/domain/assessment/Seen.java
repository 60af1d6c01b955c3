package sightline.domain.assessment;

import java.util.List;
import sightline.domain.people.PersonJudgement;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;

/**
 * What the engine makes of a frame among its neighbours in time.
 *
 * @param sights one a kind of detector
 * @param persons every body seen in it, with whose it is
 * @param text blocks of text that could be read, in the stored raster
 */
public record Seen(
    AssessedFrame frame, List<Sight> sights, List<PersonJudgement> persons, List<Detection> text) {
  public Seen {
    sights = List.copyOf(sights);
    persons = List.copyOf(persons);
    text = List.copyOf(text);
  }

  public Sight sight(DetectorKind kind) {
    return sights.stream()
        .filter(sight -> sight.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing was made of %s".formatted(kind)));
  }
}
