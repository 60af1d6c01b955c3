package sightline.app.evaluate;

import java.util.List;
import sightline.app.evaluate.Rates.Outcome;

/** Frames that nobody gets to see: withheld, and of them those that people are asked to look at. */
final class Unseen implements Question {
  static final String ID = "unseen";
  static final String WITHHELD = "withheld";
  static final String REVIEW = "in_review";

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Frames withheld, and frames in review");
    for (Material.Labelled frame : material.labelled()) {
      List<Group> groups = frame.groups();
      answer.rates(WITHHELD).count(Outcome.of(frame.seen().withheld()), groups);
      answer.rates(REVIEW).count(Outcome.of(frame.seen().inReview()), groups);
    }
    material.all().values().forEach(seen -> {
      answer.rates("every_frame_withheld").count(Outcome.of(seen.withheld()), List.of());
      answer.rates("every_frame_in_review").count(Outcome.of(seen.inReview()), List.of());
    });
    return answer;
  }
}
