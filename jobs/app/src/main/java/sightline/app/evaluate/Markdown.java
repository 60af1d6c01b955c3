package sightline.app.evaluate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code accuracy.md}: the targets first, then every figure. No dates and no places, so that the same figures give the same text. */
final class Markdown {
  private static final Set<String> SHOWN = Set.of(
      "all", "set", "size", "usable", "family", "exposure", "change", "level", "kind", "phase");

  private Markdown() {}

  static String of(Summary summary) {
    StringBuilder text = new StringBuilder();
    text.append("""
        # Accuracy

        Written by `scripts/evaluate --write-docs`; do not edit. Proportions have Wilson's 95% interval in brackets after
        their counts. Withheld frames are in no proportion of what was found or leaked: they are named beside it. Labelled boxes count as they
        are labelled; the pictures of the misses stay where the command was run, as they show other people's footage.

        ## Targets

        | figure | target | measured | |
        | --- | --- | --- | --- |
        """);
    Targets.of(summary)
        .forEach(standing -> text.append("| %s | %s | %s | %s |\n"
            .formatted(
                standing.figure(),
                standing.target(),
                standing.measured(),
                standing.verdict().words())));
    sets(summary, text);
    SideBySide.write(summary, text);
    if (LeakReview.of(summary).isPresent()) {
      text.append("""

          ## Leaks against review

          ![Faces left open against frames sent to review](leak-review.svg)

          Every point is a cut on a directive's doubt: frames whose doubt reaches it go to review. The counts of every cut are in
          [leak-review.json](leak-review.json).
          """);
    }
    summary.joined().stream()
        // a row for each of a hundred cuts: its plot and its table stand in files of their own
        .filter(answer -> !answer.id().equals(Doubts.ID))
        .forEach(answer -> answer(answer, text));
    return text.toString();
  }

  private static void sets(Summary summary, StringBuilder text) {
    Set<String> models = new TreeSet<>();
    Set<String> policies = new TreeSet<>();
    text.append(
        "\n## Sets\n\n| set | frames | with labels | labels of nothing | command |\n| --- | ---: | ---: | ---: | --- |\n");
    for (Evaluation set : summary.evaluations()) {
      models.addAll(set.models());
      policies.addAll(set.policies());
      text.append("| %s | %d | %d | %d | `scripts/evaluate %s` |\n"
          .formatted(
              set.set(), set.frames(), set.labelledFrames(), set.problems().size(), set.set()));
    }
    text.append("\nModels: %s. Policy: %s.\n"
        .formatted(String.join("; ", models), String.join("; ", policies)));
  }

  private static void answer(Answer answer, StringBuilder text) {
    text.append("\n## %s\n".formatted(answer.title()));
    answer.notes().forEach(note -> text.append("\n%s\n".formatted(note)));
    answer.rates().forEach((name, rates) -> rates(name, rates, text));
    answer.confusions().forEach((name, table) -> confusion(name, table, text));
    estimates(answer.estimates(), text);
  }

  private static void rates(String name, Rates rates, StringBuilder text) {
    List<Rates.Row> rows = rates.rows().stream()
        .filter(row -> SHOWN.contains(row.group().by()) || row.group().by().contains(", "))
        .toList();
    text.append(
        "\n### %s\n\n| of | k/n | rate | 95%% interval | withheld |\n| --- | ---: | ---: | --- | ---: |\n"
            .formatted(name.replace('_', ' ')));
    for (Rates.Row row : rows) {
      String of = row.group().equals(Rates.ALL)
          ? "all"
          : row.group().by() + ": " + row.group().value();
      text.append("| %s | %d/%d | %s | %s | %d |\n"
          .formatted(
              of,
              row.k(),
              row.n(),
              row.n() == 0 ? "" : Text.percent(row.rate()),
              row.n() == 0 ? "" : Text.interval(row.interval()),
              row.withheld()));
    }
  }

  private static void confusion(String name, Confusion table, StringBuilder text) {
    text.append("\n### %s, true against said\n\n| true | %s |\n| --- |%s\n"
        .formatted(
            name,
            String.join(" | ", table.sayings()),
            " ---: |".repeat(table.sayings().size())));
    for (int row = 0; row < table.truths().size(); row++) {
      text.append("| %s |".formatted(table.truths().get(row)));
      for (int column = 0; column < table.sayings().size(); column++) {
        text.append(" %d |".formatted(table.at(row, column)));
      }
      text.append('\n');
    }
  }

  private static void estimates(List<Estimate> estimates, StringBuilder text) {
    if (estimates.isEmpty()) {
      return;
    }
    text.append(
        "\n### Other figures\n\n| figure | of | value | 95% interval | n | how |\n| --- | --- | ---: | --- | ---: | --- |\n");
    estimates.forEach(estimate -> text.append("| %s | %s | %s | %s to %s | %d | %s |\n"
        .formatted(
            estimate.name().replace('_', ' '),
            estimate.group().value(),
            Text.share(estimate.value()),
            Text.share(estimate.low()),
            Text.share(estimate.high()),
            estimate.n(),
            estimate.how())));
  }
}
