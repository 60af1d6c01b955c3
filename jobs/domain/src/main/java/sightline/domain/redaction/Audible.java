package sightline.domain.redaction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.MutedSpan;

/**
 * When the sound of a session may be heard, in capture time: never but where every word spoken allows it.
 *
 * @param spans ascending, apart from each other
 */
public record Audible(List<Span> spans) {
  public Audible {
    spans = List.copyOf(spans);
  }

  /**
   * @param from included
   * @param to excluded, after {@code from}
   */
  public record Span(Instant from, Instant to) {
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("a span has a length, got %s to %s".formatted(from, to));
      }
    }
  }

  /**
   * A frame speaks for the time up to the next; the last for as long as the one before it. A frame that is withheld or mutes
   * everything mutes that time, and a muted span counts whichever frame names it. Where a frame is missing nothing is heard.
   *
   * @param session its final directives, ascending by index
   */
  public static Audible of(List<Directive> session) {
    List<MutedSpan> muted = session.stream()
        .flatMap(directive -> directive.muted().stream())
        .distinct()
        .sorted(Comparator.comparing(MutedSpan::from))
        .toList();
    List<Span> spans = new ArrayList<>();
    Instant from = Instant.EPOCH;
    Instant to = Instant.EPOCH;
    for (int at = 0; at < session.size(); at++) {
      Directive directive = session.get(at);
      if (directive.audio() == Audio.MUTE || directive.disposition() == Disposition.WITHHOLD) {
        continue;
      }
      if (!to.equals(directive.capturedAt())) {
        without(muted, from, to, spans);
        from = directive.capturedAt();
      }
      to = end(session, at);
    }
    without(muted, from, to, spans);
    return new Audible(spans);
  }

  private static Instant end(List<Directive> session, int at) {
    Directive own = session.get(at);
    if (at + 1 < session.size()) {
      Directive next = session.get(at + 1);
      return next.index() == own.index() + 1 ? next.capturedAt() : own.capturedAt();
    }
    return at == 0
        ? own.capturedAt()
        : own.capturedAt()
            .plus(Duration.between(session.get(at - 1).capturedAt(), own.capturedAt()));
  }

  private static void without(List<MutedSpan> muted, Instant from, Instant to, List<Span> into) {
    Instant kept = from;
    for (MutedSpan span : muted) {
      if (span.to().isAfter(kept) && span.from().isBefore(to)) {
        add(kept, span.from(), into);
        kept = span.to();
      }
    }
    add(kept, to, into);
  }

  private static void add(Instant from, Instant to, List<Span> into) {
    if (from.isBefore(to)) {
      into.add(new Span(from, to));
    }
  }
}
