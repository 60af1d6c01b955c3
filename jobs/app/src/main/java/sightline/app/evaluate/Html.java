package sightline.app.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as a page that needs nothing but itself and the pictures beside it, light or dark as the reader likes. */
final class Html {
  private static final String STYLE = """
      :root{color-scheme:light dark;--ink:#1c1b19;--soft:#6b6862;--line:#dcd9d2;--paper:#fbfaf7;--card:#fff;--bar:#3b6ea5;--good:#2e7d32;--bad:#b3261e}
      @media(prefers-color-scheme:dark){:root{--ink:#ecebe6;--soft:#a3a099;--line:#3a3935;--paper:#171613;--card:#201f1c;--bar:#7fb0e6;--good:#81c784;--bad:#f2837b}}
      *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
      main{max-width:1080px;margin:0 auto;padding:32px 20px 80px}h1{font-size:26px;margin:0 0 4px}h2{font-size:20px;margin:44px 0 8px;padding-top:12px;border-top:1px solid var(--line)}h3{font-size:15px;margin:20px 0 6px}
      p{margin:6px 0;max-width:75ch}.soft{color:var(--soft)}.wide{overflow-x:auto}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:4px 0 10px;min-width:520px}th,td{text-align:left;padding:4px 14px 4px 0;border-bottom:1px solid var(--line);vertical-align:top}th{font-weight:600;color:var(--soft);font-size:13px}td.n,th.n{text-align:right}
      .bar{position:relative;display:inline-block;width:160px;height:10px;background:var(--line);border-radius:3px;vertical-align:middle}.bar i{position:absolute;top:0;bottom:0;background:var(--bar);opacity:.45;border-radius:3px;min-width:2px}.bar b{position:absolute;top:-2px;width:2px;height:14px;background:var(--ink)}
      details{margin:2px 0 10px}summary{cursor:pointer;color:var(--soft)}
      .pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:16px;margin-top:10px}figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:6px;overflow:hidden}figure img{display:block;width:100%;height:220px;object-fit:contain;background:#000}figcaption{padding:8px 10px;font-size:13px;overflow-wrap:anywhere}
      .met{color:var(--good);font-weight:600}.short{color:var(--bad);font-weight:600}
      """;

  private final StringBuilder page = new StringBuilder();

  Html(String title, String under) {
    page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
        .append(escaped(title))
        .append("</title><style>\n")
        .append(STYLE)
        .append("</style></head><body><main><h1>")
        .append(escaped(title))
        .append("</h1><p class=\"soft\">")
        .append(escaped(under))
        .append("</p>\n");
  }

  void heading(String text) {
    page.append("<h2>").append(escaped(text)).append("</h2>\n");
  }

  void says(String text) {
    page.append("<p>").append(escaped(text)).append("</p>\n");
  }

  void list(List<String> lines) {
    page.append("<ul>");
    lines.forEach(line -> page.append("<li>").append(escaped(line)).append("</li>"));
    page.append("</ul>\n");
  }

  void links(Map<String, String> links) {
    page.append("<ul>");
    links.forEach((text, target) -> page.append("<li><a href=\"")
        .append(escaped(target))
        .append("\">")
        .append(escaped(text))
        .append("</a></li>"));
    page.append("</ul>\n");
  }

  void answer(Answer answer, List<Pictures.Shown> pictures) {
    heading(answer.title());
    answer
        .notes()
        .forEach(note -> page.append("<p class=\"soft\">").append(escaped(note)).append("</p>\n"));
    answer.rates().forEach(this::rates);
    answer.confusions().forEach(this::confusion);
    if (!answer.estimates().isEmpty()) {
      estimates(answer.estimates());
    }
    pictures(pictures);
  }

  void targets(List<Targets.Standing> standings) {
    page.append(
        "<div class=\"wide\"><table><tr><th>figure</th><th>target</th><th>measured</th><th></th></tr>");
    standings.forEach(standing -> page.append("<tr><td>")
        .append(escaped(standing.figure()))
        .append("</td><td>")
        .append(escaped(standing.target()))
        .append("</td><td>")
        .append(escaped(standing.measured()))
        .append("</td><td class=\"")
        .append(
            standing.verdict() == Targets.Verdict.FALLS_SHORT
                ? "short"
                : standing.verdict() == Targets.Verdict.MET ? "met" : "soft")
        .append("\">")
        .append(escaped(standing.verdict().words()))
        .append("</td></tr>"));
    page.append("</table></div>\n");
  }

  void sideBySide(List<SideBySide.Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    heading("Single frames against tracks");
    page.append(
        "<div class=\"wide\"><table><tr><th>set</th><th>figure</th><th>single frames</th><th>with tracks</th></tr>");
    rows.forEach(row -> page.append("<tr><td>")
        .append(escaped(row.set()))
        .append("</td><td>")
        .append(escaped(row.figure()))
        .append("</td><td>")
        .append(escaped(Text.row(row.single())))
        .append("</td><td>")
        .append(escaped(Text.row(row.tracked())))
        .append("</td></tr>"));
    page.append("</table></div>\n");
  }

  private void rates(String name, Rates rates) {
    List<Rates.Row> rows = rates.rows();
    page.append("<h3>").append(escaped(words(name))).append("</h3>");
    List<Rates.Row> first = rows.stream()
        .filter(row -> List.of("all", "size").contains(row.group().by()))
        .toList();
    table(first);
    List<Rates.Row> rest = rows.stream().filter(row -> !first.contains(row)).toList();
    if (!rest.isEmpty()) {
      page.append("<details><summary>by set and group (").append(rest.size()).append(")</summary>");
      table(rest);
      page.append("</details>\n");
    }
  }

  private void table(List<Rates.Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    page.append(
        "<div class=\"wide\"><table><tr><th>of</th><th class=\"n\">k / n</th><th class=\"n\">rate</th><th>95% interval</th><th></th><th class=\"n\">withheld</th></tr>");
    rows.forEach(this::row);
    page.append("</table></div>\n");
  }

  private void row(Rates.Row row) {
    Group group = row.group();
    page.append("<tr><td>")
        .append(escaped(group.equals(Rates.ALL) ? "all" : group.by() + ": " + group.value()))
        .append("</td><td class=\"n\">")
        .append(row.k() + " / " + row.n())
        .append("</td>");
    if (row.n() == 0) {
      page.append("<td class=\"n\">none</td><td></td><td></td>");
    } else {
      Interval interval = row.interval();
      page.append("<td class=\"n\">")
          .append(Text.percent(row.rate()))
          .append("</td><td>")
          .append(Text.interval(interval))
          .append("</td><td>")
          .append(
              "<span class=\"bar\"><i style=\"left:%.1f%%;width:%.1f%%\"></i><b style=\"left:%.1f%%\"></b></span>"
                  .formatted(
                      100 * interval.low(),
                      100 * (interval.high() - interval.low()),
                      99 * row.rate()))
          .append("</td>");
    }
    page.append("<td class=\"n\">")
        .append(row.withheld() == 0 ? "" : row.withheld())
        .append("</td></tr>");
  }

  private void confusion(String name, Confusion table) {
    page.append("<h3>")
        .append(escaped(words(name)))
        .append("</h3><div class=\"wide\"><table><tr><th>true \\ said</th>");
    table
        .sayings()
        .forEach(said -> page.append("<th class=\"n\">").append(escaped(said)).append("</th>"));
    page.append("</tr>");
    for (int row = 0; row < table.truths().size(); row++) {
      page.append("<tr><td>").append(escaped(table.truths().get(row))).append("</td>");
      for (int column = 0; column < table.sayings().size(); column++) {
        page.append("<td class=\"n\">").append(table.at(row, column)).append("</td>");
      }
      page.append("</tr>");
    }
    page.append("</table></div>\n");
  }

  private void estimates(List<Estimate> estimates) {
    page.append(
        "<h3>other figures</h3><div class=\"wide\"><table><tr><th>figure</th><th>of</th><th class=\"n\">value</th><th>95% interval</th><th class=\"n\">n</th><th>how</th></tr>");
    estimates.forEach(estimate -> page.append("<tr><td>")
        .append(escaped(words(estimate.name())))
        .append("</td><td>")
        .append(escaped(estimate.group().value()))
        .append("</td><td class=\"n\">")
        .append(Text.share(estimate.value()))
        .append("</td><td>")
        .append(Text.share(estimate.low()) + " to " + Text.share(estimate.high()))
        .append("</td><td class=\"n\">")
        .append(estimate.n())
        .append("</td><td class=\"soft\">")
        .append(escaped(estimate.how()))
        .append("</td></tr>"));
    page.append("</table></div>\n");
  }

  private void pictures(List<Pictures.Shown> pictures) {
    if (pictures.isEmpty()) {
      return;
    }
    page.append("<h3>The worst misses</h3><div class=\"pictures\">");
    pictures.forEach(shown -> page.append("<figure><a href=\"")
        .append(escaped(shown.file()))
        .append("\"><img loading=\"lazy\" src=\"")
        .append(escaped(shown.file()))
        .append("\" alt=\"")
        .append(escaped(shown.miss().says()))
        .append("\"></a><figcaption>")
        .append(escaped(shown.miss().says()))
        .append("<br><span class=\"soft\">")
        .append(escaped(shown.miss().session() + ", frame " + shown.miss().frame()))
        .append("</span></figcaption></figure>"));
    page.append("</div>\n");
  }

  String done() {
    return page + "</main></body></html>\n";
  }

  private static String words(String name) {
    String words = name.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
