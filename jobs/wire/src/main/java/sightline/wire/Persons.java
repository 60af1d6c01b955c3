package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.frame.Box;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.Who;
import sightline.domain.privacy.Detection;

/** Judgements of persons between domain and Avro. */
final class Persons {
  private Persons() {}

  static sightline.wire.avro.Person toAvro(PersonJudgement judged) {
    Box box = judged.person().box();
    return new sightline.wire.avro.Person(
        box.left(),
        box.top(),
        box.width(),
        box.height(),
        judged.person().confidence(),
        judged.who().name(),
        judged.because().stream().map(Enum::name).toList());
  }

  static List<PersonJudgement> fromAvro(List<sightline.wire.avro.Person> persons)
      throws UnreadableRecord {
    List<PersonJudgement> read = new ArrayList<>();
    for (var person : persons) {
      List<PersonEvidence> because = new ArrayList<>();
      for (String word : person.getBecause()) {
        because.add(Words.read(PersonEvidence.class, word));
      }
      read.add(new PersonJudgement(
          new Detection(
              new Box(person.getX(), person.getY(), person.getWidth(), person.getHeight()),
              person.getConfidence()),
          Words.read(Who.class, person.getWho()),
          because));
    }
    return read;
  }
}
