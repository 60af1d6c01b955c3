package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import sightline.app.evaluate.Rates.Outcome;

/**
 * What a cut on doubt would cost and save. At each cut a frame goes to review whose doubt reaches it, unless it is withheld for
 * another reason anyway; what is in review now counts as shown, so that the cut alone decides.
 */
final class Doubts implements Question {
  static final String ID = "doubts";

  /** Frames that would go to review, of all. */
  static final String REVIEWED = "frames_reviewed";

  /** The same among frames that show nobody but the wearer. */
  static final String REVIEWED_CLEAN = "clean_frames_reviewed";

  /** The same among all frames of clips that show nobody but the wearer, those between labelled ones as well. */
  static final String REVIEWED_CLIPS = "frames_of_clean_clips_reviewed";

  /** Faces below 80% covered in frames that are shown, of all labelled faces. */
  static final String LEAKED = "faces_left_open";

  /** The same of faces of 24 px and more in the shorter side. */
  static final String LEAKED_LARGE = "faces_24px_left_open";

  private static final int STEPS = 100;
  /** Doubts have two digits. */
  private static final double ROUNDING = 1e-9;

  /** Beyond every doubt: nothing goes to review. */
  static final double NEVER = 1.01;

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Doubt: what a cut would send to review, and what would leak");
    List<Boolean> labelled = new ArrayList<>();
    for (Material.Labelled frame : material.labelled()) {
      if (doubt(frame.seen()).isNumber()) {
        ask(frame, answer);
      }
      labelled.add(doubt(frame.seen()).isNumber());
    }
    OverRedaction.cleanClips(material).keySet().stream()
        .map(place -> Objects.requireNonNull(material.all().get(place)))
        .filter(seen -> doubt(seen).isNumber())
        .forEach(seen -> {
          for (double cut : cuts()) {
            answer.rates(REVIEWED_CLIPS).count(Outcome.of(reviewed(seen, cut)), cut(cut));
          }
        });
    if (labelled.contains(false) && labelled.contains(true)) {
      answer.note("Frames whose directive states no doubt are left out.");
    }
    return answer;
  }

  private static JsonNode doubt(Seen seen) {
    return seen.directive().path("doubt");
  }

  private static void ask(Material.Labelled frame, Answer answer) {
    Seen seen = frame.seen();
    boolean hidden = seen.withheldForOtherThanReview();
    boolean clean = frame.truth().clean();
    List<Truth.TrueBox> faces = frame.truth().boxes("face");
    for (double cut : cuts()) {
      Group group = cut(cut);
      boolean reviewed = reviewed(seen, cut);
      answer.rates(REVIEWED).count(Outcome.of(reviewed), group);
      if (clean) {
        answer.rates(REVIEWED_CLEAN).count(Outcome.of(reviewed), group);
      }
      for (Truth.TrueBox face : faces) {
        boolean open =
            !hidden && !reviewed && Coverage.of(face.rect(), seen.regions()) < Leaks.LEAK;
        answer.rates(LEAKED).count(Outcome.of(open), group);
        if (LeaksOverTime.large(face.rect())) {
          answer.rates(LEAKED_LARGE).count(Outcome.of(open), group);
        }
      }
    }
  }

  private static boolean reviewed(Seen seen, double cut) {
    return !seen.withheldForOtherThanReview() && doubt(seen).asDouble() >= cut - ROUNDING;
  }

  /** 0.01 to 1 in steps of 0.01, and {@link #NEVER}. */
  static List<Double> cuts() {
    List<Double> cuts = new ArrayList<>();
    for (int step = 1; step <= STEPS; step++) {
      cuts.add((double) step / STEPS);
    }
    cuts.add(NEVER);
    return cuts;
  }

  static Group cut(double cut) {
    return new Group("cut", String.format(Locale.ROOT, "%.2f", cut));
  }
}
