package sightline.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sightline.domain.lifecycle.LifecycleStep.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Origin;
import sightline.domain.lifecycle.AssignmentBook.Turn;
import sightline.domain.lifecycle.AssignmentBook.Waiting;
import sightline.domain.lifecycle.Details.Answer;
import sightline.domain.lifecycle.Details.AppealOutcome;
import sightline.domain.lifecycle.Details.Decision;
import sightline.domain.operations.Fact;

class AssignmentBookTest {
  private static final long START = Instant.parse("2026-03-01T08:00:00Z").toEpochMilli();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final LifecycleRules RULES =
      new LifecycleRules(10 * MINUTE, 7 * DAY, 14 * DAY, 30 * DAY, 60 * DAY);

  private final List<LifecycleEvent> events = new ArrayList<>();

  @Test
  void oneThatGoesWellIsToldOnceInEachReading() {
    happen(0, TASK_OFFERED);
    happen(1, TASK_ACCEPTED);
    happen(2, CONSENT_SHOWN, Details.consent("what", "p1"));
    happen(3, CONSENT_SHOWN, Details.consent("who", "p1"));
    happen(4, COMPREHENSION_ANSWERED, Details.answered("q", Answer.WRONG, "p1"));
    happen(5, CONSENT_ACCEPTED);
    happen(6, RECORDING_STARTED);
    happen(9, RECORDING_ENDED);
    happen(10, UPLOAD_STARTED);
    happen(12, UPLOAD_ENDED);
    happen(42, REVIEW_DECIDED, Details.decided("r", Decision.ACCEPTED, null));

    assertThat(told(outcome(events)))
        .containsExactly(
            "CONSENT_DROP_OFF what/p1 0.0/1.0",
            "COMPREHENSION_RATE p1 0.0/1.0",
            "CONSENT_DROP_OFF who/p1 0.0/1.0",
            "REJECTION_RATE null 0.0/1.0",
            "REVIEW_TIME null 1800.0/1.0",
            "FIRST_PASS_ACCEPTANCE null 1.0/1.0",
            "COMPLETION_RATE null 1.0/1.0");
  }

  @Test
  void whoLeavesAtAStepOfTheConsentDroppedOffThereAndDidNotComplete() {
    happen(0, TASK_OFFERED);
    happen(1, TASK_ACCEPTED);
    happen(2, CONSENT_SHOWN, Details.consent("what", "p1"));

    assertThat(told(outcome(events)))
        .containsExactly("CONSENT_DROP_OFF what/p1 1.0/1.0", "COMPLETION_RATE null 0.0/1.0");
  }

  @Test
  void aRecordingImpliesThatTheTaskWasAcceptedAndWhatNobodyToldIsCounted() {
    happen(0, RECORDING_STARTED);
    happen(5, UPLOAD_ENDED);

    Outcome outcome = outcome(events);
    assertThat(outcome.missing)
        .containsExactly(TASK_OFFERED, TASK_ACCEPTED, CONSENT_ACCEPTED, RECORDING_ENDED);
    assertThat(told(outcome)).containsExactly("COMPLETION_RATE null 1.0/1.0");
    assertThat(outcome.rejected).isEmpty();
  }

  @Test
  void whatCannotFollowIsRejectedAndChangesNothing() {
    happen(0, PAYMENT_MADE, Details.paid(new Money(150, "KES")));
    happen(1, TASK_OFFERED);
    happen(2, REVIEW_DECIDED, Details.decided("r", Decision.REJECTED, null));
    happen(3, DELETION_DONE);
    happen(4, APPEAL_DECIDED, Details.appealed(AppealOutcome.UPHELD));

    Outcome outcome = outcome(events);
    assertThat(outcome.facts).isEmpty();
    assertThat(outcome.rejected)
        .containsExactly(
            "LIFECYCLE_IMPOSSIBLE 0",
            "LIFECYCLE_IMPOSSIBLE 2",
            "LIFECYCLE_IMPOSSIBLE 3",
            "LIFECYCLE_IMPOSSIBLE 4");
  }

  @Test
  void anAppealIsCountedWhenItsTimeIsOverAndARecordingMadeAgainIsNoFirstPass() {
    upload(0);
    happen(20, REVIEW_DECIDED, Details.decided("r", Decision.REJECTED, "SHAKEN"));
    happen(30, APPEAL_MADE);
    happen(40, APPEAL_DECIDED, Details.appealed(AppealOutcome.DENIED));
    happen(50, RECORDING_STARTED, Details.recording("s2", 2));
    happen(60, RECORDING_ENDED);
    happen(70, UPLOAD_ENDED);
    happen(80, REVIEW_DECIDED, Details.decided("r2", Decision.ACCEPTED, null));

    assertThat(told(outcome(events)))
        .containsExactly(
            "REJECTION_RATE null 1.0/1.0",
            "REVIEW_TIME null 600.0/1.0",
            "FIRST_PASS_ACCEPTANCE null 0.0/1.0",
            "OVERTURN_RATE null 0.0/1.0",
            "APPEAL_RATE null 1.0/1.0",
            "REJECTION_RATE null 0.0/1.0",
            "REVIEW_TIME null 600.0/1.0",
            "COMPLETION_RATE null 1.0/1.0");
  }

  @Test
  void aDeletionThatIsNotDoneIsOverdueAndItsAssignmentIsNotForgotten() {
    happen(0, DELETION_ASKED);
    AssignmentBook book = book(events);
    Turn late = book.at(START + 400 * DAY, RULES);

    assertThat(told(new Outcome(late.facts(), late.missing(), List.of())))
        .containsExactly("DELETIONS_OPEN null 1.0/0.0", "DELETIONS_OVERDUE null 1.0/0.0");
    assertThat(late.book().over(START + 400 * DAY, RULES)).isFalse();

    Turn done = late.book()
        .plus(waiting(event(401 * 24 * 60, DELETION_DONE, Details.NONE), 401 * DAY))
        .book()
        .at(START + 402 * DAY, RULES);
    assertThat(told(new Outcome(done.facts(), done.missing(), List.of())))
        .containsExactly("DELETIONS_OPEN null -1.0/0.0", "DELETIONS_OVERDUE null -1.0/0.0");
    assertThat(done.book().over(START + 500 * DAY, RULES)).isTrue();
  }

  @Test
  void anEventThatIsReadTwiceCountsOnceAndSoDoesNoneTooMany() {
    AssignmentBook book = AssignmentBook.EMPTY;
    LifecycleEvent first = event(0, TASK_OFFERED, Details.NONE);
    book = book.plus(waiting(first, 0)).book();
    assertThat(reasons(book.plus(waiting(first, 0)))).containsExactly("DUPLICATE");
    for (int at = 1; at < AssignmentBook.MOST_EVENTS; at++) {
      book = book.plus(waiting(event(at, CONSENT_EXPANDED, Details.NONE), 0)).book();
    }
    assertThat(reasons(book.plus(waiting(event(999, TASK_ACCEPTED, Details.NONE), 0))))
        .containsExactly("LIFECYCLE_TOO_MANY");
  }

  @Test
  void whatComesAfterItsTimeHasPassedIsLate() {
    happen(0, TASK_OFFERED);
    happen(5, TASK_ACCEPTED);
    AssignmentBook book = book(events).at(START + 60 * MINUTE, RULES).book();
    assertThat(reasons(book.plus(waiting(event(3, CONSENT_EXPANDED, Details.NONE), 60 * MINUTE))))
        .containsExactly("LIFECYCLE_LATE");
  }

  @Test
  void theEndOfTheInputTellsNothingThatIsNotDue() {
    happen(0, TASK_OFFERED);
    happen(1, TASK_ACCEPTED);
    assertThat(book(events).end(RULES).facts()).isEmpty();
  }

  @Test
  void anyOrderOfArrivalWithinTheLatenessGivesTheSameFactsAndTheSameRejections() {
    for (long seed = 1; seed <= 2_000; seed++) {
      Random random = new Random(seed);
      events.clear();
      drawSomeHistory(random);
      Outcome asItHappened = outcome(events);
      List<Waiting> shuffled = new ArrayList<>();
      for (LifecycleEvent event : events) {
        long delay = random.nextInt((int) (10 * MINUTE));
        shuffled.add(waiting(event, event.at().toEpochMilli() - START + delay));
      }
      shuffled.sort(java.util.Comparator.comparingLong(Waiting::arrivedMillis));
      Outcome outcome = outcomeOf(shuffled);
      assertThat(outcome.facts).as("seed %s", seed).isEqualTo(asItHappened.facts);
      assertThat(outcome.missing).as("seed %s", seed).isEqualTo(asItHappened.missing);
      assertThat(outcome.rejected)
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(asItHappened.rejected);
    }
  }

  @Test
  void anEventLacksNothingThatItsStepCannotDoWithout() {
    assertThatThrownBy(() -> event(0, PAYMENT_MADE, Details.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Money(1, "XXX")).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Money(1_050, "USD").amount()).isEqualTo(10.5);
    assertThat(new Money(1_050, "JPY").amount()).isEqualTo(1_050);
  }

  /** Mostly plausible: a whole go with steps left out and others thrown in. */
  private void drawSomeHistory(Random random) {
    List<LifecycleStep> steps = new ArrayList<>(List.of(
        TASK_OFFERED,
        TASK_ACCEPTED,
        CONSENT_SHOWN,
        CONSENT_SHOWN,
        CONSENT_ACCEPTED,
        RECORDING_STARTED,
        RECORDING_ENDED,
        UPLOAD_ENDED,
        REVIEW_DECIDED,
        APPEAL_MADE,
        APPEAL_DECIDED,
        DELETION_ASKED,
        DELETION_DONE));
    for (int change = random.nextInt(5); change > 0; change--) {
      steps.remove(random.nextInt(steps.size()));
      LifecycleStep[] all = LifecycleStep.values();
      steps.add(random.nextInt(steps.size()), all[random.nextInt(all.length)]);
    }
    if (random.nextInt(4) == 0) {
      Collections.swap(steps, 3, 5);
    }
    int minute = 0;
    for (LifecycleStep step : steps) {
      minute += random.nextInt(10) == 0 ? random.nextInt(20 * 24 * 60) : random.nextInt(6);
      happen(minute, step, some(step, random));
    }
  }

  private static Details some(LifecycleStep step, Random random) {
    return switch (step) {
      case CONSENT_SHOWN -> Details.consent("step-" + random.nextInt(2), "p1");
      case COMPREHENSION_ANSWERED -> Details.answered("q", one(Answer.values(), random), "p1");
      case REVIEW_DECIDED -> Details.decided("r", one(Decision.values(), random), null);
      case APPEAL_DECIDED -> Details.appealed(one(AppealOutcome.values(), random));
      case PAYMENT_MADE -> Details.paid(new Money(100, "USD"));
      default -> Details.NONE;
    };
  }

  private static <T> T one(T[] words, Random random) {
    return words[random.nextInt(words.length)];
  }

  private void upload(int minute) {
    happen(minute, TASK_OFFERED);
    happen(minute + 1, TASK_ACCEPTED);
    happen(minute + 2, CONSENT_ACCEPTED);
    happen(minute + 3, RECORDING_STARTED);
    happen(minute + 8, RECORDING_ENDED);
    happen(minute + 10, UPLOAD_ENDED);
  }

  private void happen(int minute, LifecycleStep step) {
    happen(minute, step, Details.NONE);
  }

  private void happen(int minute, LifecycleStep step, Details details) {
    events.add(event(minute, step, details));
  }

  private LifecycleEvent event(int minute, LifecycleStep step, Details details) {
    return new LifecycleEvent(
        "e-%s-%s-%s".formatted(minute, step, events.size()),
        "a",
        "worker",
        "dishes",
        "phone-low",
        "ke-nairobi",
        step,
        Instant.ofEpochMilli(START + minute * MINUTE),
        details);
  }

  private Waiting waiting(LifecycleEvent event, long afterStart) {
    return new Waiting(
        event,
        new Origin(
            "lifecycle", 0, (event.at().toEpochMilli() - START) / MINUTE, START + afterStart),
        START + afterStart);
  }

  private AssignmentBook book(List<LifecycleEvent> happened) {
    AssignmentBook book = AssignmentBook.EMPTY;
    for (LifecycleEvent event : happened) {
      book = book.plus(waiting(event, event.at().toEpochMilli() - START)).book();
    }
    return book;
  }

  private Outcome outcome(List<LifecycleEvent> happened) {
    return outcomeOf(happened.stream()
        .map(event -> waiting(event, event.at().toEpochMilli() - START))
        .toList());
  }

  /** As time goes on: at each arrival, and whenever something is due. */
  private Outcome outcomeOf(List<Waiting> arrivals) {
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    AssignmentBook book = AssignmentBook.EMPTY;
    for (Waiting next : arrivals) {
      book = outcome.add(book.at(next.arrivedMillis(), RULES));
      book = outcome.add(book.plus(next));
    }
    for (int turn = 0; turn < 100; turn++) {
      Long at = book.nextMillis(RULES);
      if (at == null || book.over(at, RULES)) {
        return outcome;
      }
      book = outcome.add(book.at(at, RULES));
    }
    throw new AssertionError("the book comes to no end: " + book);
  }

  private static List<String> told(Outcome outcome) {
    return outcome.facts.stream()
        .map(fact ->
            "%s %s %s/%s".formatted(fact.reading(), fact.detail(), fact.amount(), fact.per()))
        .toList();
  }

  private static List<String> reasons(Turn turn) {
    return turn.rejected().stream().map(no -> no.reason().name()).toList();
  }

  private record Outcome(List<Fact> facts, List<LifecycleStep> missing, List<String> rejected) {
    AssignmentBook add(Turn turn) {
      facts.addAll(turn.facts());
      missing.addAll(turn.missing());
      turn.rejected()
          .forEach(no -> rejected.add("%s %s".formatted(no.reason(), no.origin().offset())));
      return turn.book();
    }
  }
}
