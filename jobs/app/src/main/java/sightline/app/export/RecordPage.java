package sightline.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import sightline.domain.feedback.Phrase;
import sightline.domain.feedback.Saying;
import sightline.words.Catalogue;

/** A worker's record as one page without anything from elsewhere, for a phone of any age: no script, no font, no request. */
final class RecordPage {
  private static final String STYLE = """
      :root{color-scheme:light}*{box-sizing:border-box}
      body{margin:0 auto;padding:16px;max-width:40rem;font:17px/1.55 system-ui,"Noto Sans","Noto Sans Devanagari",sans-serif;color:#1b1b1b;background:#fff;overflow-wrap:anywhere}
      h1{font-size:1.5rem;margin:.2rem 0 1rem}h2{font-size:1.15rem;margin:1.8rem 0 .5rem;border-bottom:2px solid #d7dde3}
      article{border:1px solid #d7dde3;border-radius:10px;padding:12px 14px;margin:12px 0}
      h3{font-size:1rem;margin:0 0 .4rem;font-weight:600}p{margin:.45rem 0}
      .en{color:#54606b;font-size:.88rem;border-left:3px solid #b9c4ce;padding-left:9px}
      .VERDICT>p:first-child{font-weight:600}.note{background:#f3f6f8;border-radius:8px;padding:10px 12px}
      """;

  private final JsonNode record;
  private final String language;
  private final Catalogue words;
  private final StringBuilder page = new StringBuilder();

  RecordPage(JsonNode record, String language, Catalogue words) {
    this.record = record;
    this.language = language;
    this.words = words;
  }

  String html() {
    Phrase title = phrase("page.TITLE");
    page.append("<!doctype html>\n<html lang=\"")
        .append(language)
        .append("\">\n<head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
        .append(escaped(title.text()))
        .append("</title><style>\n")
        .append(STYLE)
        .append("</style></head>\n<body>\n<h1>")
        .append(heading("page.TITLE"))
        .append("</h1>\n<p>")
        .append(escaped(record.path("worker").asText()))
        .append("</p>\n");
    if (title.english() != null) {
      page.append("<div class=\"note\">");
      line("page.UNREVIEWED");
      page.append("</div>\n");
    }
    page.append("<h2>").append(heading("page.DECISIONS")).append("</h2>\n");
    record.path("sessions").forEach(this::session);
    section("page.TIME", record.path("time"));
    section("page.PAY", record.path("pay"));
    section("page.APPEALS", record.path("appeals"));
    section("page.CONSENT", record.path("consent"));
    return page.append("</body>\n</html>\n").toString();
  }

  private void session(JsonNode session) {
    page.append("<article>\n<h3>")
        .append(heading("page.RECORDING"))
        .append(" · ")
        .append(escaped(session.path("session").asText()));
    String from = session.path("summary").path("firstCapturedAt").asText();
    if (!from.isEmpty()) {
      page.append("<br>")
          .append(escaped(from.substring(0, Math.min(16, from.length())).replace('T', ' ')));
      page.append(" UTC");
    }
    page.append("</h3>\n");
    JsonNode feedback = session.path("feedback");
    if (WorkerRecord.missing(feedback)) {
      line("page.NO_RECORD");
    }
    feedback.path("messages").forEach(message -> {
      page.append("<div class=\"")
          .append(escaped(message.path("kind").asText()))
          .append("\">");
      text(feedback.path("language").asText(), message.path("text").asText());
      if (message.hasNonNull("english")) {
        english(message.path("english").asText());
      }
      page.append("</div>\n");
    });
    page.append("</article>\n");
  }

  private void section(String heading, JsonNode part) {
    page.append("<h2>").append(heading(heading)).append("</h2>\n");
    if (WorkerRecord.missing(part)) {
      line("page.NO_RECORD");
      return;
    }
    if (part.has("recordedSeconds")) {
      long seconds = part.path("recordedSeconds").asLong();
      text("en", "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60));
      return;
    }
    for (String list : List.of("receipts", "revocations")) {
      part.path(list).forEach(one -> {
        page.append("<article>");
        one.properties()
            .forEach(field -> text(
                "en",
                field.getKey() + ": "
                    + (field.getValue().isValueNode()
                        ? field.getValue().asText()
                        : field.getValue())));
        page.append("</article>\n");
      });
    }
    if (part.path("receipts").isEmpty() && part.path("revocations").isEmpty()) {
      line("page.NO_RECORD");
    }
  }

  /** A text of the catalogue, with the English below it as long as nobody signed it. */
  private void line(String code) {
    Phrase phrase = phrase(code);
    text(language, phrase.text());
    if (phrase.english() != null) {
      english(phrase.english());
    }
  }

  /** The English of a heading goes beside it, in its line. */
  private String heading(String code) {
    Phrase phrase = phrase(code);
    return escaped(phrase.text())
        + (phrase.english() == null
            ? ""
            : " <small class=\"en\" lang=\"en\">" + escaped(phrase.english()) + "</small>");
  }

  private Phrase phrase(String code) {
    return words.phrase(List.of(new Saying(code, List.of())), language);
  }

  private void english(String text) {
    page.append("<p class=\"en\" lang=\"en\">").append(escaped(text)).append("</p>");
  }

  private void text(String language, String text) {
    page.append("<p lang=\"")
        .append(escaped(language))
        .append("\">")
        .append(escaped(text))
        .append("</p>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
