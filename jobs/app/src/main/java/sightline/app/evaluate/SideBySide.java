package sightline.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The same sets decided twice: every frame by its own looks, and with what was seen before and after it. */
final class SideBySide {
  /** What the name of a set ends with where each of its frames was judged by itself. */
  static final String SINGLE = "@single";

  private static final List<Figure> FIGURES = List.of(
      new Figure("faces below 80% covered", Leaks.ID, "faces_below_80"),
      new Figure("faces below 95% covered", Leaks.ID, "faces_below_95"),
      new Figure(
          "faces of 24 px and more below 80%, clips", LeaksOverTime.ID, LeaksOverTime.BELOW_80),
      new Figure(
          "faces of 24 px and more below 95%, clips", LeaksOverTime.ID, LeaksOverTime.BELOW_95),
      new Figure(
          "clean frames redacted for a face or person, or withheld",
          OverRedaction.ID,
          "redacted_for_face_or_person_or_withheld"),
      new Figure("frames withheld", Unseen.ID, Unseen.WITHHELD),
      new Figure("of these, in review", Unseen.ID, Unseen.REVIEW));

  private SideBySide() {}

  private record Figure(String says, String question, String rates) {}

  /** A figure of one set, both ways. */
  record Row(String set, String figure, Rates.Row single, Rates.Row tracked) {}

  /** By set; figures of which a set has nothing are left out. */
  static List<Row> rows(Summary summary) {
    List<Row> rows = new ArrayList<>();
    for (Evaluation alone : summary.single()) {
      String set = alone.set().substring(0, alone.set().length() - SINGLE.length());
      if (summary.evaluations().stream().noneMatch(one -> one.set().equals(set))) {
        continue;
      }
      for (Figure figure : FIGURES) {
        Predicate<String> named = set::equals;
        Rates.Row tracked =
            summary.rates(figure.question(), figure.rates(), named).row(Rates.ALL);
        Rates.Row single = all(alone, figure);
        if (tracked.n() + tracked.withheld() + single.n() + single.withheld() > 0) {
          rows.add(new Row(set, figure.says(), single, tracked));
        }
      }
    }
    return rows;
  }

  private static Rates.Row all(Evaluation evaluation, Figure figure) {
    Answer answer = evaluation.answer(figure.question());
    Rates rates = answer == null ? null : answer.rates().get(figure.rates());
    return (rates == null ? new Rates() : rates).row(Rates.ALL);
  }

  static void write(Summary summary, StringBuilder text) {
    List<Row> rows = rows(summary);
    if (rows.isEmpty()) {
      return;
    }
    text.append("""

        ## Single frames against tracks

        The same footage decided twice: `decide.time = single` judges every frame by its own looks, `tracked`, the default, also
        by what was seen before and after it. Everything else on this page is of the second.

        | set | figure | single frames | with tracks |
        | --- | --- | --- | --- |
        """);
    rows.forEach(row -> text.append("| %s | %s | %s | %s |\n"
        .formatted(row.set(), row.figure(), Text.row(row.single()), Text.row(row.tracked()))));
  }
}
