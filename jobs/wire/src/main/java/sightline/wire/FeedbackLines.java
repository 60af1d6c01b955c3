package sightline.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sightline.domain.feedback.FeedbackMessage;
import sightline.domain.feedback.Saying;
import sightline.domain.feedback.SessionFeedback;

/** Feedback on sessions as lines of {@code feedback.jsonl}, beside those on test clips: these alone have a {@code verdict}. */
public final class FeedbackLines {
  private FeedbackLines() {}

  public static String session(SessionFeedback feedback) {
    ObjectNode line = JsonNodeFactory.instance
        .objectNode()
        .put("session", feedback.session())
        .put("revision", feedback.revision())
        .put("task", feedback.task())
        .put("locale", feedback.locale())
        .put("language", feedback.language())
        .put("verdict", feedback.verdict().name());
    ArrayNode messages = line.putArray("messages");
    feedback.messages().forEach(message -> put(messages.addObject(), message));
    return line.toString();
  }

  private static void put(ObjectNode into, FeedbackMessage message) {
    into.put("kind", message.kind().name())
        .put("reason", JsonParts.nameOrNull(message.reason()))
        .put("advice", JsonParts.nameOrNull(message.advice()));
    ArrayNode spans = into.putArray("spans");
    message
        .spans()
        .forEach(span -> spans
            .addObject()
            .put("fromMillis", span.fromMillis())
            .put("toMillis", span.toMillis()));
    into.put("edge", JsonParts.nameOrNull(message.edge()));
    ArrayNode sayings = into.putArray("sayings");
    message.sayings().forEach(saying -> put(sayings.addObject(), saying));
    into.put("text", message.text())
        .put("english", message.english())
        .put("reviewed", message.reviewed());
  }

  private static void put(ObjectNode into, Saying saying) {
    into.put("code", saying.code());
    ObjectNode arguments = into.putObject("arguments");
    saying.arguments().forEach(one -> {
      Long number = one.number();
      if (number != null) {
        arguments.put(one.name(), number);
      } else {
        arguments.put(one.name(), one.words());
      }
    });
  }
}
