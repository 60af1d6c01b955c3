package sightline.domain.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sightline.domain.people.BodiesInView;
import sightline.domain.people.CarryBetweenLooks;
import sightline.domain.people.Look;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.ThirdParties;
import sightline.domain.people.View;
import sightline.domain.people.Who;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;

/**
 * Whose bodies are in a frame. Each look is judged by what its own frame shows of faces and hands; what it found to be somebody
 * else's is carried to the frames between looks.
 */
record JudgePersons(InTime window, View view) {

  List<PersonJudgement> persons() {
    long at = CarrySights.millis(window.frame());
    List<Look> others = new ArrayList<>();
    List<Look> workers = new ArrayList<>();
    List<PersonJudgement> judged = new ArrayList<>();
    for (AssessedFrame witness : new CarrySights(window).witnesses(DetectorKind.PERSON)) {
      List<PersonJudgement> seen = among(witness);
      others.add(new Look(CarrySights.millis(witness), whose(seen, Who.THIRD_PARTY)));
      workers.add(new Look(CarrySights.millis(witness), whose(seen, Who.WORKER)));
      if (witness.header().index() == window.frame().header().index()) {
        judged.addAll(seen);
      }
    }
    Set<Detection> own =
        new HashSet<>(judged.stream().map(PersonJudgement::person).toList());
    boolean looked = !judged.isEmpty()
        || window.frame().assessment().reading(DetectorKind.PERSON).looked().finds();
    carry(
        CarryBetweenLooks.walkingPeople().to(at, others).detections(),
        Who.THIRD_PARTY,
        own,
        judged);
    if (!looked) {
      carry(
          CarryBetweenLooks.walkingPeople().to(at, workers).detections(), Who.WORKER, own, judged);
    }
    return judged;
  }

  private static void carry(
      List<Detection> found, Who who, Set<Detection> own, List<PersonJudgement> judged) {
    for (Detection person : found) {
      if (own.add(person)) {
        judged.add(
            new PersonJudgement(person, who, List.of(PersonEvidence.SEEN_JUST_BEFORE_OR_AFTER)));
      }
    }
  }

  private List<PersonJudgement> among(AssessedFrame frame) {
    Assessment seen = frame.assessment();
    return new ThirdParties(view)
        .among(new BodiesInView(
            frame.header().width(),
            frame.header().height(),
            seen.upright(),
            seen.reading(DetectorKind.PERSON).detections(),
            seen.reading(DetectorKind.FACE).detections(),
            seen.reading(DetectorKind.HAND)));
  }

  private static List<Detection> whose(List<PersonJudgement> seen, Who who) {
    return seen.stream()
        .filter(judged -> judged.who() == who)
        .map(PersonJudgement::person)
        .toList();
  }
}
