package sightline.domain.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.verdict.SessionVerdict;
import sightline.domain.verdict.Verdict;

/**
 * What the worker is told about one session; it names no worker, as the app knows its own sessions. The highest revision holds.
 *
 * @param revision of the verdict it explains, from 1
 * @param locale language that the worker's receipt names, null where it names none
 * @param language of the texts, a BCP 47 tag; {@code en} where the catalogue lacks the locale's
 * @param messages in the order in which they are told, one or more
 */
public record SessionFeedback(
    String session,
    int revision,
    String task,
    @Nullable String locale,
    String language,
    Verdict verdict,
    List<FeedbackMessage> messages) {
  public SessionFeedback {
    messages = List.copyOf(messages);
    if (revision < 1 || messages.isEmpty()) {
      throw new IllegalArgumentException(
          "feedback has a revision from 1 and a message, got %s and %s"
              .formatted(revision, messages.size()));
    }
  }

  public static SessionFeedback of(SessionVerdict verdict, FeedbackRules rules, Wording wording) {
    String language = wording.language(verdict.locale());
    return new SessionFeedback(
        verdict.session(),
        verdict.revision(),
        verdict.task(),
        verdict.locale(),
        language,
        verdict.verdict(),
        FeedbackPlan.notes(verdict, rules).stream()
            .map(note -> FeedbackMessage.of(note, wording, language))
            .toList());
  }
}
