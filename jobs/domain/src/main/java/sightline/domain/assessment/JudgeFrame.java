package sightline.domain.assessment;

import java.util.Arrays;
import java.util.List;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.Who;
import sightline.domain.privacy.DetectorKind;

/** The rule that makes one picture of what all detectors said of a frame and of its neighbours in time. */
public record JudgeFrame(CarryLooks carry) {
  public JudgeFrame() {
    this(new CarryLooks(0.25));
  }

  public Seen judge(InTime frame) {
    List<Sight> sights = Arrays.stream(DetectorKind.values())
        .map(kind -> carry.sight(frame, kind))
        .toList();
    List<PersonJudgement> persons = carry.sight(frame, DetectorKind.PERSON).detections().stream()
        .map(person -> new PersonJudgement(
            person, Who.THIRD_PARTY, List.of(PersonEvidence.NOTHING_SPEAKS_FOR_THE_WORKER)))
        .toList();
    return new Seen(
        frame.frame(), sights, persons, carry.sight(frame, DetectorKind.TEXT).detections());
  }
}
