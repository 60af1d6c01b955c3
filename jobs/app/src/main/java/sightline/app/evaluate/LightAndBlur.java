package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import sightline.app.evaluate.Rates.Outcome;

/** What the worker is told of light and blur, against frames that were made so. */
final class LightAndBlur implements Question {
  static final String ID = "light_and_blur";

  private static final List<String> LIGHT = List.of("dark", "normal", "bright");
  private static final List<String> LIGHT_SAID = List.of("dark", "normal", "bright", "harsh");
  private static final List<String> BLUR = List.of("none", "slight", "strong");
  private static final List<String> BLUR_SAID = List.of("sharp", "blurred", "not assessed");

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Exposure and blur");
    for (Material.Labelled frame : material.labelled()) {
      JsonNode conditions = frame.truth().line().path("conditions");
      String light = conditions.path("exposure").asText();
      if (LIGHT.contains(light)) {
        light(frame, light, answer);
      }
      // Some composites give the blur as a number of pixels: that is no class.
      String blur = conditions.path("blur").asText();
      if (conditions.path("blur").isTextual() && BLUR.contains(blur)) {
        blur(frame, blur, answer);
      }
    }
    return answer;
  }

  private static void light(Material.Labelled frame, String truth, Answer answer) {
    List<String> told = frame.seen().feedback();
    String said = told.contains("TOO_DARK")
        ? "dark"
        : told.contains("TOO_BRIGHT")
            ? "bright"
            : told.contains("HARSH_LIGHT") ? "harsh" : "normal";
    answer.confusion("exposure", LIGHT, LIGHT_SAID).count(truth, said);
    boolean right = truth.equals(said) || (truth.equals("bright") && said.equals("harsh"));
    answer.rates("exposure_right_when_" + truth).count(Outcome.of(right), frame.groups());
    if (!right) {
      answer.miss(Miss.of(
          frame, truth.equals("normal") ? 1 : 2, "%s light said to be %s".formatted(truth, said)));
    }
  }

  private static void blur(Material.Labelled frame, String truth, Answer answer) {
    boolean assessed = frame.seen().factor("sharpness") != null;
    boolean blurred = frame.seen().feedback().contains("BLURRED");
    String said = !assessed ? "not assessed" : blurred ? "blurred" : "sharp";
    answer.confusion("blur", BLUR, BLUR_SAID).count(truth, said);
    if (assessed) {
      answer.rates("blurred_said_when_" + truth).count(Outcome.of(blurred), frame.groups());
      boolean wrong = truth.equals("none") ? blurred : truth.equals("strong") && !blurred;
      if (wrong) {
        answer.miss(Miss.of(frame, 1.5, "blur %s, said to be %s".formatted(truth, said)));
      }
    }
  }
}
