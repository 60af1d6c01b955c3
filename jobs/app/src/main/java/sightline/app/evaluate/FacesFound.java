package sightline.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import sightline.app.evaluate.Rates.Outcome;

/**
 * Labelled faces of which FACE regions cover at least half. Regions are grown, so that they lie around a face rather than on
 * it: an overlap by intersection over union would punish the growth.
 */
final class FacesFound implements Question {
  static final String ID = "faces_found";

  /** From here on a face is large enough that a detector is expected to find it, in pixels of labelled height. */
  static final double EXPECTED_HEIGHT = 24;

  private static final double FOUND = 0.5;

  /** Whether FACE regions cover at least half of it. */
  static boolean found(Rect face, Seen seen) {
    return Coverage.of(face, seen.regions("FACE")) >= FOUND;
  }

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Faces found");
    for (Material.Labelled frame : material.labelled()) {
      for (Truth.TrueBox face : frame.truth().boxes("face")) {
        ask(frame, face, answer);
      }
    }
    return answer;
  }

  private static void ask(Material.Labelled frame, Truth.TrueBox face, Answer answer) {
    Rect box = face.rect();
    Outcome outcome =
        frame.seen().withheld() ? Outcome.WITHHELD : Outcome.of(found(box, frame.seen()));
    List<Group> groups = new ArrayList<>(frame.groups(face));
    groups.add(Groups.size(box));
    answer.rates("found").count(outcome, groups);
    if (box.h() >= EXPECTED_HEIGHT) {
      answer.rates("found_24px_and_more").count(outcome, groups);
    }
    if (outcome == Outcome.NO) {
      answer.miss(Miss.of(
          frame, box.h(), "a face of %.0f x %.0f px not found".formatted(box.w(), box.h())));
    }
  }
}
