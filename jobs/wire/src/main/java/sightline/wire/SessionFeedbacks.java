package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.feedback.Argument;
import sightline.domain.feedback.FeedbackMessage;
import sightline.domain.feedback.NoteKind;
import sightline.domain.feedback.Saying;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.quality.Edge;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.Span;
import sightline.domain.verdict.Verdict;
import sightline.wire.avro.FeedbackSpan;
import sightline.wire.avro.SayingArgument;

/** Feedback on sessions between domain and Avro. */
public final class SessionFeedbacks {
  private SessionFeedbacks() {}

  public static sightline.wire.avro.SessionFeedback toAvro(SessionFeedback feedback) {
    return sightline.wire.avro.SessionFeedback.newBuilder()
        .setSession(feedback.session())
        .setRevision(feedback.revision())
        .setTask(feedback.task())
        .setLocale(feedback.locale())
        .setLanguage(feedback.language())
        .setVerdict(feedback.verdict().name())
        .setMessages(feedback.messages().stream().map(SessionFeedbacks::toAvro).toList())
        .build();
  }

  private static sightline.wire.avro.FeedbackMessage toAvro(FeedbackMessage message) {
    return sightline.wire.avro.FeedbackMessage.newBuilder()
        .setKind(message.kind().name())
        .setReason(JsonParts.nameOrNull(message.reason()))
        .setAdvice(JsonParts.nameOrNull(message.advice()))
        .setSpans(message.spans().stream()
            .map(span -> new FeedbackSpan(span.fromMillis(), span.toMillis()))
            .toList())
        .setEdge(JsonParts.nameOrNull(message.edge()))
        .setSayings(message.sayings().stream().map(SessionFeedbacks::toAvro).toList())
        .setText(message.text())
        .setEnglish(message.english())
        .setReviewed(message.reviewed())
        .build();
  }

  private static sightline.wire.avro.Saying toAvro(Saying saying) {
    return new sightline.wire.avro.Saying(
        saying.code(),
        saying.arguments().stream()
            .map(one -> new SayingArgument(one.name(), one.number(), one.words()))
            .toList());
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself
   */
  public static SessionFeedback fromAvro(sightline.wire.avro.SessionFeedback feedback)
      throws UnreadableRecord {
    return Reading.open(
        feedback.getKeyId(),
        feedback.getCipher(),
        () -> new SessionFeedback(
            feedback.getSession(),
            feedback.getRevision(),
            feedback.getTask(),
            feedback.getLocale(),
            feedback.getLanguage(),
            Words.read(Verdict.class, feedback.getVerdict()),
            messages(feedback.getMessages())));
  }

  private static List<FeedbackMessage> messages(List<sightline.wire.avro.FeedbackMessage> read)
      throws UnreadableRecord {
    List<FeedbackMessage> messages = new ArrayList<>();
    for (sightline.wire.avro.FeedbackMessage one : read) {
      messages.add(new FeedbackMessage(
          Words.read(NoteKind.class, one.getKind()),
          orNull(ReasonCode.class, one.getReason()),
          orNull(Change.class, one.getAdvice()),
          one.getSpans().stream()
              .map(span -> new Span(span.getFromMillis(), span.getToMillis()))
              .toList(),
          orNull(Edge.class, one.getEdge()),
          one.getSayings().stream().map(SessionFeedbacks::fromAvro).toList(),
          one.getText(),
          one.getEnglish(),
          one.getReviewed()));
    }
    return messages;
  }

  private static Saying fromAvro(sightline.wire.avro.Saying saying) {
    return new Saying(
        saying.getCode(),
        saying.getArguments().stream()
            .map(one -> new Argument(one.getName(), one.getNumber(), one.getWords()))
            .toList());
  }

  private static <E extends Enum<E>> @Nullable E orNull(Class<E> words, @Nullable String word)
      throws UnreadableRecord {
    return word == null ? null : Words.read(words, word);
  }
}
