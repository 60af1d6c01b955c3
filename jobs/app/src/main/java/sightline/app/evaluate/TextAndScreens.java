package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import sightline.app.evaluate.Rates.Outcome;
import sightline.app.evaluate.Truth.TrueBox;

/** Labelled text and screens that regions of any kind cover to at least 80%. */
final class TextAndScreens implements Question {
  static final String ID = "text_and_screens";

  private static final double COVERED = 0.80;
  private static final double[] TEXT_HEIGHTS = {8, 12, 20, 32};

  /** Text of this height and more, in pixels, counts as readable. */
  static final double READABLE_HEIGHT = 12;

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Text and screens covered");
    for (Material.Labelled frame : material.labelled()) {
      for (TrueBox box : frame.truth().boxes("text", "text_placed", "screen", "screen_placed")) {
        ask(frame, box, answer);
      }
    }
    return answer;
  }

  private static void ask(Material.Labelled frame, TrueBox box, Answer answer) {
    double covered = Coverage.of(box.rect(), frame.seen().regions());
    Outcome outcome = frame.seen().withheld() ? Outcome.WITHHELD : Outcome.of(covered >= COVERED);
    List<Group> groups = new ArrayList<>(frame.groups(box));
    boolean text = box.label().startsWith("text");
    double height = height(box);
    if (text) {
      groups.add(new Group("size", Groups.bucket(height, TEXT_HEIGHTS) + " px"));
    }
    answer.rates(box.label() + "_covered").count(outcome, groups);
    if (text && height >= READABLE_HEIGHT) {
      answer.rates(box.label() + "_of_readable_size_covered").count(outcome, groups);
    }
    if (outcome == Outcome.NO) {
      answer.miss(Miss.of(
          frame,
          (text ? 0 : 1) + height / frame.truth().height(),
          "%s of %.0f x %.0f px %.0f%% covered"
              .formatted(
                  box.label().replace('_', ' '), box.rect().w(), box.rect().h(), 100 * covered)));
    }
  }

  /** Of its letters where a placed block says so, else of the box: upstream boxes hold one line each. */
  private static double height(TrueBox box) {
    JsonNode letters = box.node().path("conditions").path("textHeight");
    return letters.isNumber() ? letters.asDouble() : box.rect().h();
  }
}
