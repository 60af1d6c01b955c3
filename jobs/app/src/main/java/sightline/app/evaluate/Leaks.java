package sightline.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import sightline.app.evaluate.Rates.Outcome;
import sightline.app.evaluate.Truth.TrueBox;

/**
 * Labelled boxes that a frame shows to whoever sees it: less covered than the bound, by all regions together, in a frame that
 * is not withheld.
 */
final class Leaks implements Question {
  static final String ID = "leaks";

  /** Below this share covered, a labelled box has leaked. */
  static final double LEAK = sightline.domain.leak.Coverage.LEAK;

  /** Reported beside it: foreheads, hair and chins outside a tight box. */
  static final double STRICT = 0.95;

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Silent leaks");
    for (Material.Labelled frame : material.labelled()) {
      for (TrueBox face : frame.truth().boxes("face")) {
        ask(frame, face, "faces", answer);
      }
      for (TrueBox person : frame.truth().boxes("person", "bystander")) {
        // The wearer or worker may be labelled as well, and is not the one to hide.
        if (!person.node().path("who").asText().equals("WORKER")) {
          ask(frame, person, "persons", answer);
        }
      }
    }
    answer.note(
        "Boxes made by eye are some 8 to 15 px off: for them the bound of 95% is not asked.");
    return answer;
  }

  private static void ask(Material.Labelled frame, TrueBox box, String what, Answer answer) {
    Truth truth = frame.truth();
    double covered = Coverage.of(box.rect(), frame.seen().regions());
    boolean withheld = frame.seen().withheld();
    List<Group> groups = new ArrayList<>(frame.groups(box));
    if (what.equals("faces")) {
      groups.add(Groups.size(box.rect()));
    }
    answer
        .rates(what + "_below_80")
        .count(withheld ? Outcome.WITHHELD : Outcome.of(covered < LEAK), groups);
    if (!truth.byEye()) {
      answer
          .rates(what + "_below_95")
          .count(withheld ? Outcome.WITHHELD : Outcome.of(covered < STRICT), groups);
    }
    if (!withheld && covered < LEAK) {
      double rank = (what.equals("faces") ? 1 : 0) + (LEAK - covered);
      answer.miss(Miss.of(
          frame,
          rank,
          "%s of %.0f x %.0f px %.0f%% covered"
              .formatted(
                  what.equals("faces") ? "a face" : "a person",
                  box.rect().w(),
                  box.rect().h(),
                  100 * covered)));
    }
  }
}
