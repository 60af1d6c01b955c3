package sightline.domain.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sightline.domain.people.BodiesInView;
import sightline.domain.people.CarryBetweenLooks;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.ThirdParties;
import sightline.domain.people.View;
import sightline.domain.people.Who;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Looked;

/**
 * Whose bodies are in a frame. Each look is judged by what its own frame shows of faces and hands; what it found to be somebody
 * else's is carried to the frames between looks.
 */
final class JudgePersons {
  private final InTime window;
  private final View view;
  private final Map<Integer, List<PersonJudgement>> judged = new HashMap<>();

  /**
   * @param window neighbours whose boxes mean the same places
   */
  JudgePersons(InTime window, View view) {
    this.window = window;
    this.view = view;
  }

  List<PersonJudgement> persons() {
    List<PersonJudgement> persons = new ArrayList<>();
    boolean looked =
        window.frame().assessment().reading(DetectorKind.PERSON).looked().finds();
    if (looked) {
      persons.addAll(among(window.frame()));
    }
    Set<Detection> own =
        new HashSet<>(persons.stream().map(PersonJudgement::person).toList());
    carry(Who.THIRD_PARTY, own, persons);
    if (!looked) {
      carry(Who.WORKER, own, persons);
    }
    return persons;
  }

  private void carry(Who who, Set<Detection> own, List<PersonJudgement> persons) {
    List<Detection> carried = new CarrySights(window)
        .carried(
            CarryBetweenLooks.walkingPeople(),
            DetectorKind.PERSON,
            frame -> among(frame).stream()
                .filter(person -> person.who() == who)
                .map(PersonJudgement::person)
                .toList());
    for (Detection person : carried) {
      if (own.add(person)) {
        persons.add(
            new PersonJudgement(person, who, List.of(PersonEvidence.SEEN_JUST_BEFORE_OR_AFTER)));
      }
    }
  }

  /** Each look is asked for several times over, and judged once. */
  private List<PersonJudgement> among(AssessedFrame frame) {
    return judged.computeIfAbsent(frame.header().index(), index -> judge(frame));
  }

  private List<PersonJudgement> judge(AssessedFrame frame) {
    Assessment seen = frame.assessment();
    if (failed(seen, DetectorKind.FACE) || failed(seen, DetectorKind.HAND)) {
      return seen.reading(DetectorKind.PERSON).detections().stream()
          .map(person ->
              new PersonJudgement(person, Who.THIRD_PARTY, List.of(PersonEvidence.DETECTOR_FAILED)))
          .toList();
    }
    return new ThirdParties(view)
        .among(new BodiesInView(
            frame.header().width(),
            frame.header().height(),
            seen.upright(),
            seen.reading(DetectorKind.PERSON).detections(),
            seen.reading(DetectorKind.FACE).detections(),
            seen.reading(DetectorKind.HAND)));
  }

  private static boolean failed(Assessment seen, DetectorKind kind) {
    return seen.reading(kind).looked() == Looked.FAILED;
  }
}
