package sightline.app.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.app.evaluate.Rates.Outcome;

/** Whether there is anybody in a frame, and whether there is anybody but the worker, by frame. */
final class Presence implements Question {
  static final String ID = "presence";

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Presence of people");
    for (Material.Labelled frame : material.labelled()) {
      Truth truth = frame.truth();
      if (truth.exhaustive().contains("person") && !truth.ignore().contains("person")) {
        person(frame, !truth.boxes("person").isEmpty(), answer);
      }
      Boolean third = thirdParty(truth);
      if (third != null) {
        third(frame, third, answer);
      }
    }
    return answer;
  }

  /** Whether someone but the wearer is in the picture, null where that is not known. */
  private static @Nullable Boolean thirdParty(Truth truth) {
    if (truth.line().path("n_bystanders").isNumber()) {
      return truth.line().path("n_bystanders").asInt() > 0;
    }
    return truth.exhaustive().contains("bystander")
        ? Boolean.valueOf(!truth.boxes("bystander").isEmpty())
        : null;
  }

  private static void person(Material.Labelled frame, boolean there, Answer answer) {
    Seen seen = frame.seen();
    count("person", "by_regions", there, !seen.regions("PERSON", "FACE").isEmpty(), frame, answer);
    Integer people = seen.count("people");
    answer.rates("people_not_assessed").count(Outcome.of(people == null), frame.groups());
    if (people != null) {
      count("person", "by_count", there, people > 0, frame, answer);
    }
  }

  private static void third(Material.Labelled frame, boolean there, Answer answer) {
    Seen seen = frame.seen();
    count(
        "third_party",
        "by_regions",
        there,
        !seen.regions("PERSON", "FACE").isEmpty(),
        frame,
        answer);
    if (seen.score().has("persons")) {
      boolean judged = seen.persons().stream()
          .anyMatch(person -> person.path("who").asText().equals("THIRD_PARTY"));
      count("third_party", "by_judgement", there, judged, frame, answer);
    }
  }

  /** A withheld frame hides everybody: for regions it is neither found nor false. */
  private static void count(
      String who, String how, boolean there, boolean said, Material.Labelled frame, Answer answer) {
    boolean hidden = frame.seen().withheld() && how.equals("by_regions");
    Outcome outcome = hidden ? Outcome.WITHHELD : Outcome.of(said);
    String name = "%s_%s_%s".formatted(who, there ? "found" : "false", how);
    List<Group> groups = frame.groups();
    answer.rates(name).count(outcome, groups);
    if (outcome != Outcome.WITHHELD && said != there) {
      answer.miss(Miss.of(
          frame,
          there ? largest(frame.truth()) : 0.5,
          "%s %s %s"
              .formatted(
                  who.equals("person") ? "a person" : "a third party",
                  there ? "not noticed" : "that is not there",
                  how.replace('_', ' '))));
    }
  }

  private static double largest(Truth truth) {
    return truth.boxes("person", "bystander").stream()
            .mapToDouble(box -> box.rect().area())
            .max()
            .orElse(0)
        / ((double) truth.width() * truth.height());
  }
}
