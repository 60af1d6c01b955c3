package sightline.domain.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Control;
import sightline.domain.quality.Edge;
import sightline.domain.verdict.Aspect;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.Counterfactual;
import sightline.domain.verdict.DecidedBy;
import sightline.domain.verdict.Reason;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.SessionVerdict;
import sightline.domain.verdict.Span;
import sightline.domain.verdict.Verdict;

/**
 * What a worker is told about a session: what the verdict means, what went well, the few things that help most, what people decided,
 * that a person can be asked, that it is time for a rest. First comes what would have turned the verdict by itself, then the other
 * reasons in their order. Nothing blames.
 */
public final class FeedbackPlan {
  /** Pieces of time that a text names; a worker looks at no more. */
  static final int MOST_TIMES = 3;

  private static final double ALMOST_ALWAYS = 0.9;
  private static final long MINUTE = 60_000;

  private final SessionVerdict verdict;
  private final FeedbackRules rules;

  private FeedbackPlan(SessionVerdict verdict, FeedbackRules rules) {
    this.verdict = verdict;
    this.rules = rules;
  }

  /** In the order of {@link NoteKind}. */
  public static List<Note> notes(SessionVerdict verdict, FeedbackRules rules) {
    return new FeedbackPlan(verdict, rules).notes();
  }

  private List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    notes.add(Note.of(NoteKind.VERDICT, Saying.of(Sayings.verdict(verdict.verdict()))));
    praise(notes);
    byWorth().stream().limit(rules.mostAdvice()).map(this::advice).forEach(notes::add);
    verdict.reasons().stream()
        .filter(FeedbackPlan::decidedByPeople)
        .map(reason -> note(NoteKind.DECISION, reason, null, List.of(said(reason))))
        .forEach(notes::add);
    if (appealable()) {
      notes.add(Note.of(NoteKind.APPEAL, Saying.of(Sayings.APPEAL)));
    }
    long minutes = verdict.recordedMillis() / MINUTE;
    if (minutes >= rules.breakAfterMinutes()) {
      notes.add(
          Note.of(NoteKind.BREAK, Saying.of(Sayings.BREAK, Argument.of(Sayings.COUNT, minutes))));
    }
    return List.copyOf(notes);
  }

  private void praise(List<Note> notes) {
    if (verdict.verdict() == Verdict.ACCEPT && verdict.reasons().isEmpty()) {
      notes.add(Note.of(NoteKind.PRAISE, Saying.of(Sayings.NOTHING_TO_CHANGE)));
    }
    if (verdict.handsInView().assessed()
        && verdict.handsInView().orThrow() >= ALMOST_ALWAYS
        && verdict.reasons().stream().noneMatch(FeedbackPlan::aboutHands)) {
      notes.add(Note.of(NoteKind.PRAISE, Saying.of(Sayings.PRAISE_HANDS)));
    }
  }

  /** Reasons that a counterfactual takes away first, in the counterfactuals' order; each code and object once. */
  private List<Reason> byWorth() {
    List<ReasonCode> turning =
        verdict.counterfactuals().stream().map(Counterfactual::code).toList();
    List<Reason> reasons = new ArrayList<>();
    for (Reason reason : verdict.reasons()) {
      boolean said = reasons.stream().anyMatch(other -> sameThing(other, reason));
      if (!said && !decidedByPeople(reason)) {
        reasons.add(reason);
      }
    }
    reasons.sort(Comparator.comparingInt(reason -> {
      int place = turning.indexOf(reason.code());
      return place < 0 ? turning.size() : place;
    }));
    return reasons;
  }

  private Note advice(Reason reason) {
    Counterfactual turning = verdict.counterfactuals().stream()
        .filter(one -> one.code() == reason.code())
        .findFirst()
        .orElse(null);
    Change change = change(reason, turning);
    List<Saying> sayings = new ArrayList<>();
    sayings.add(said(reason));
    Edge edge = reason.edge();
    if (edge != null && edge != Edge.WHOLE) {
      sayings.add(Saying.of(Sayings.edge(edge)));
    }
    if (!reason.spans().isEmpty()) {
      List<Span> named = named(reason.spans());
      sayings.add(Saying.of(
          Sayings.WHEN,
          Argument.of(Sayings.COUNT, named.size()),
          Argument.of(
              Sayings.TIMES,
              String.join(", ", named.stream().map(FeedbackPlan::clock).toList()))));
    }
    if (reason.code().control() == Control.STRUCTURAL) {
      sayings.add(Saying.of(Sayings.STRUCTURAL));
    }
    if (change != null) {
      sayings.add(change(change, reason));
      if (turning != null && turning.change() == change) {
        amount(turning, sayings);
      }
    }
    return note(NoteKind.ADVICE, reason, change, sayings);
  }

  private static @Nullable Change change(Reason reason, @Nullable Counterfactual turning) {
    boolean takenBack = reason.code() == ReasonCode.CONSENT_REVOKED;
    Change change = turning == null || takenBack ? Remedy.against(reason) : turning.change();
    // an object without a name cannot be asked for
    return change == Change.SHOW_OBJECT && reason.object() == null ? Change.DO_THE_TASK : change;
  }

  private static Saying change(Change change, Reason reason) {
    String object = reason.object();
    return change == Change.SHOW_OBJECT && object != null
        ? Saying.of(Sayings.change(change), Argument.of(Sayings.OBJECT, object))
        : Saying.of(Sayings.change(change));
  }

  /** Only what a person can set or count: degrees and seconds, and not what rounds to none. */
  private static void amount(Counterfactual turning, List<Saying> sayings) {
    if (!turning.amount().assessed()) {
      return;
    }
    long amount = Math.round(turning.amount().orThrow());
    String code = turning.unit().equals("deg")
        ? Sayings.DEGREES
        : turning.unit().equals("s") ? Sayings.SECONDS : null;
    if (code != null && amount >= 1) {
      sayings.add(Saying.of(code, Argument.of(Sayings.COUNT, amount)));
    }
  }

  private boolean appealable() {
    return (verdict.verdict() == Verdict.REJECT || verdict.verdict() == Verdict.WITHHOLD)
        && verdict.decidedBy() != DecidedBy.APPEAL
        && verdict.reasons().stream()
            .noneMatch(reason -> reason.code() == ReasonCode.CONSENT_REVOKED);
  }

  private static Note note(
      NoteKind kind, Reason reason, @Nullable Change change, List<Saying> sayings) {
    return new Note(kind, reason.code(), change, reason.spans(), reason.edge(), sayings);
  }

  private static Saying said(Reason reason) {
    String code = Sayings.reason(reason.code());
    String object = reason.object();
    if (reason.code() != ReasonCode.OBJECT_NOT_SEEN) {
      return Saying.of(code);
    }
    return object == null
        ? Saying.of(Sayings.reason(ReasonCode.NO_ACTIVITY))
        : Saying.of(code, Argument.of(Sayings.OBJECT, object));
  }

  private static boolean sameThing(Reason one, Reason other) {
    return one.code() == other.code() && java.util.Objects.equals(one.object(), other.object());
  }

  private static boolean decidedByPeople(Reason reason) {
    return reason.code().aspect() == Aspect.REVIEW;
  }

  private static boolean aboutHands(Reason reason) {
    return switch (reason.code()) {
      case HANDS_NOT_IN_VIEW, HANDS_OUT_OF_FRAME, HANDS_CUT_OFF -> true;
      default -> false;
    };
  }

  /** The longest, in their order. */
  private static List<Span> named(List<Span> spans) {
    return spans.stream()
        .sorted(Comparator.comparingLong((Span span) -> span.fromMillis() - span.toMillis()))
        .limit(MOST_TIMES)
        .sorted(Comparator.comparingLong(Span::fromMillis))
        .toList();
  }

  /** {@code 0:12–0:40}, as a player shows it; outwards to whole seconds. */
  private static String clock(Span span) {
    long from = span.fromMillis() / 1000;
    long to = (span.toMillis() + 999) / 1000;
    return from == to ? clock(from) : clock(from) + "–" + clock(to);
  }

  private static String clock(long seconds) {
    long hours = seconds / 3600;
    return hours == 0
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60);
  }
}
