package sightline.domain.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Edge;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.Span;

/**
 * One thing to tell, not yet in any language.
 *
 * @param reason what it is about, null where it is about the whole
 * @param change what may help, null where nothing of the worker's does
 * @param spans where in the recording, ascending
 * @param edge side of the upright picture, null where it has no place
 * @param sayings in the order in which they are said, one or more
 */
public record Note(
    NoteKind kind,
    @Nullable ReasonCode reason,
    @Nullable Change change,
    List<Span> spans,
    @Nullable Edge edge,
    List<Saying> sayings) {
  public Note {
    spans = List.copyOf(spans);
    sayings = List.copyOf(sayings);
    if (sayings.isEmpty()) {
      throw new IllegalArgumentException("a note says something");
    }
  }

  static Note of(NoteKind kind, Saying saying) {
    return new Note(kind, null, null, List.of(), null, List.of(saying));
  }
}
