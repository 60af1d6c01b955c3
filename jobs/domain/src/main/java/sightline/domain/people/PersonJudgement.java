package sightline.domain.people;

import java.util.List;
import sightline.domain.privacy.Detection;

/**
 * Whose body a person detection shows, and why.
 *
 * @param because at least one reason
 */
public record PersonJudgement(Detection person, Who who, List<PersonEvidence> because) {
  public PersonJudgement {
    because = List.copyOf(because);
    if (because.isEmpty()) {
      throw new IllegalArgumentException("a judgement of a person needs a reason");
    }
  }
}
