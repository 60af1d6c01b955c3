package sightline.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the figures are held against, and where they stand. A target is met by the figure itself; its interval stands beside it. */
final class Targets {
  private static final String WALKS = "composites/walks";

  private final Summary summary;
  private final List<Standing> standings = new ArrayList<>();

  private Targets(Summary summary) {
    this.summary = summary;
  }

  /** How a figure stands to its target. */
  enum Verdict {
    MET,
    FALLS_SHORT,
    NOT_MEASURED;

    String words() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    static Verdict of(boolean met) {
      return met ? MET : FALLS_SHORT;
    }
  }

  /** A line of the table. */
  record Standing(String figure, String target, String measured, Verdict verdict) {}

  private enum Bound {
    AT_LEAST,
    AT_MOST
  }

  static List<Standing> of(Summary summary) {
    Targets targets = new Targets(summary);
    targets.faces();
    targets.others();
    return targets.standings;
  }

  private void faces() {
    String found = "found_24px_and_more";
    rate(
        "faces of 24 px and more found, shared sets",
        FacesFound.ID,
        found,
        Rates.ALL,
        Targets::shared,
        Bound.AT_LEAST,
        1);
    rate(
        "the same on composites",
        FacesFound.ID,
        found,
        Rates.ALL,
        is("composites/faces"),
        Bound.AT_LEAST,
        0.99);
    rate(
        "the same on composites, faces that anyone could make out",
        FacesFound.ID,
        found,
        new Group("usable", "true"),
        is("composites/faces"),
        Bound.AT_LEAST,
        0.99);
    rate(
        "leaked faces, below 80% covered, shared sets and composites",
        Leaks.ID, "faces_below_80", Rates.ALL, Targets::any, Bound.AT_MOST, 0.005);
    rate(
        "leaked faces, below 95% covered, boxes by eye left out",
        Leaks.ID, "faces_below_95", Rates.ALL, Targets::any, Bound.AT_MOST, 0.02);
    walks();
  }

  private void walks() {
    rate(
        "walks: faces of 24 px and more below 80% covered",
        LeaksOverTime.ID, LeaksOverTime.BELOW_80, Rates.ALL, is(WALKS), Bound.AT_MOST, 0);
    rate(
        "walks: faces of 24 px and more below 95% covered",
        LeaksOverTime.ID, LeaksOverTime.BELOW_95, Rates.ALL, is(WALKS), Bound.AT_MOST, 0.005);
    rate(
        "walks: frames in review",
        Unseen.ID,
        Unseen.REVIEW,
        Rates.ALL,
        is(WALKS),
        Bound.AT_MOST,
        0.05);
  }

  private void others() {
    rate(
        "ego_home: frames redacted for a FACE or PERSON, or withheld",
        OverRedaction.ID,
        "redacted_for_face_or_person_or_withheld",
        Rates.ALL,
        is("videos/ego_home"),
        Bound.AT_MOST,
        0.01);
    rate(
        "the same over every frame of these clips",
        OverRedaction.ID,
        "in_every_frame_of_clean_clips",
        Rates.ALL,
        is("videos/ego_home"),
        Bound.AT_MOST,
        0.01);
    rate(
        "one-by-one: presence of the person, found",
        Presence.ID,
        "person_found_by_count",
        Rates.ALL,
        is("videos/walkers"),
        Bound.AT_LEAST,
        0.99);
    rate(
        "one-by-one: presence of the person, false",
        Presence.ID,
        "person_false_by_count",
        Rates.ALL,
        is("videos/walkers"),
        Bound.AT_MOST,
        0.01);
    estimate(
        "hands 0/1/2 on crops of ego_home, macro recall",
        Hands.ID,
        "macro_recall",
        is("composites/hands"),
        Bound.AT_LEAST,
        0.85);
    estimate("lens occlusion, AUC", Lens.ID, "auc", Targets::any, Bound.AT_LEAST, 0.97);
    estimate(
        "lens occlusion, AUC of the worst family of covers",
        Lens.ID,
        "auc_by_family",
        Targets::any,
        Bound.AT_LEAST,
        0.97);
    rate(
        "lens: false alarms on real clean, dark and blurred frames",
        Lens.ID,
        "false_alarms_on_real_clean",
        Rates.ALL,
        Targets::any,
        Bound.AT_MOST,
        0.01);
    rate(
        "text blocks of readable size covered, placed",
        TextAndScreens.ID,
        "text_placed_of_readable_size_covered",
        Rates.ALL,
        Targets::any,
        Bound.AT_LEAST,
        0.95);
    rate(
        "lines of text of readable size covered, shared sets",
        TextAndScreens.ID,
        "text_of_readable_size_covered",
        Rates.ALL,
        Targets::shared,
        Bound.AT_LEAST,
        0.95);
    rate(
        "screens covered, shared sets",
        TextAndScreens.ID,
        "screen_covered",
        Rates.ALL,
        Targets::shared,
        Bound.AT_LEAST,
        1);
    rate(
        "screens covered, placed",
        TextAndScreens.ID,
        "screen_placed_covered",
        Rates.ALL,
        Targets::composed,
        Bound.AT_LEAST,
        0.95);
    gap("race");
    gap("gender");
  }

  private static boolean composed(String set) {
    return set.startsWith("composites/");
  }

  private static boolean shared(String set) {
    return !composed(set);
  }

  private static boolean any(String set) {
    return !set.isEmpty();
  }

  private static Predicate<String> is(String set) {
    return set::equals;
  }

  private void rate(
      String figure,
      String question,
      String name,
      Group group,
      Predicate<String> sets,
      Bound bound,
      double target) {
    Rates.Row row = summary.rates(question, name, sets).row(group);
    boolean met = bound == Bound.AT_LEAST ? row.rate() >= target : row.rate() <= target;
    standings.add(new Standing(
        figure,
        words(bound, Text.percent(target)),
        row.n() == 0 && row.withheld() == 0 ? "" : Text.row(row),
        row.n() == 0 ? Verdict.NOT_MEASURED : Verdict.of(met)));
  }

  /** Of several estimates of that name, the worst. */
  private void estimate(
      String figure,
      String question,
      String name,
      Predicate<String> sets,
      Bound bound,
      double target) {
    Optional<Estimate> worst = summary.estimates(question, name, sets).stream()
        .min(java.util.Comparator.comparingDouble(Estimate::value));
    standings.add(new Standing(
        figure,
        words(bound, Text.share(target)),
        worst
            .map(estimate -> "%s: %s".formatted(estimate.group().value(), Text.estimate(estimate)))
            .orElse(""),
        worst
            .map(estimate -> Verdict.of(estimate.value() >= target))
            .orElse(Verdict.NOT_MEASURED)));
  }

  /** The largest upper bound over the conditions of 48 px and more. */
  private void gap(String by) {
    Optional<Estimate> worst =
        summary.estimates(Fairness.ID, "largest_gap_found_by_" + by, Targets::any).stream()
            .filter(estimate -> size(estimate.group().value()) >= 48)
            .max(java.util.Comparator.comparingDouble(Estimate::high));
    standings.add(new Standing(
        "largest gap of faces found by %s, 48 px and up, upper bound".formatted(by),
        words(Bound.AT_MOST, Text.percent(0.05)),
        worst
            .map(gap -> "%s: gap %s, at most %s"
                .formatted(
                    gap.group().value(), Text.percent(gap.value()), Text.percent(gap.high())))
            .orElse(""),
        worst.map(gap -> Verdict.of(gap.high() <= 0.05)).orElse(Verdict.NOT_MEASURED)));
  }

  private static int size(String condition) {
    String digits = condition.replaceFirst("^([0-9]*).*$", "$1");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static String words(Bound bound, String target) {
    return (bound == Bound.AT_LEAST ? "at least " : "at most ") + target;
  }
}
