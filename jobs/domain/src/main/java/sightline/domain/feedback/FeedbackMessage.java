package sightline.domain.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Edge;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.Span;

/**
 * One note in the worker's language, with what it was made of, so that an app can word it otherwise.
 *
 * @param reason what it is about, null where it is about the whole
 * @param advice what may help, null where nothing of the worker's does
 * @param spans where in the recording, ascending
 * @param edge side of the upright picture, null where it has no place
 * @param sayings codes and parameters of its sentences
 * @param text in the feedback's language
 * @param english beside it as long as no speaker signed it; null otherwise, and for English
 * @param reviewed whether a speaker signed every sentence as it stands
 */
public record FeedbackMessage(
    NoteKind kind,
    @Nullable ReasonCode reason,
    @Nullable Change advice,
    List<Span> spans,
    @Nullable Edge edge,
    List<Saying> sayings,
    String text,
    @Nullable String english,
    boolean reviewed) {
  public FeedbackMessage {
    spans = List.copyOf(spans);
    sayings = List.copyOf(sayings);
  }

  static FeedbackMessage of(Note note, Wording wording, String language) {
    Phrase phrase = wording.phrase(note.sayings(), language);
    return new FeedbackMessage(
        note.kind(),
        note.reason(),
        note.change(),
        note.spans(),
        note.edge(),
        note.sayings(),
        phrase.text(),
        phrase.english(),
        phrase.reviewed());
  }
}
