package sightline.domain.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Origin;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.operations.Fact;

/**
 * The books of one assignment. Events wait, so that what happened before them may still come, and are then followed in the order in
 * which they happened. As long as no event comes more than the lateness after one that happened later, the order of arrival
 * changes nothing.
 *
 * @param waiting events that are not in order yet
 * @param ids of all events that were read, {@link #MOST_EVENTS} at most
 * @param assignment null before the first event is in order
 */
public record AssignmentBook(
    List<Waiting> waiting, List<String> ids, @Nullable Assignment assignment) {
  /** Events of one assignment: more than any honest one has, with re-records. */
  public static final int MOST_EVENTS = 256;

  private static final Comparator<Waiting> AS_IT_HAPPENED = Comparator.comparing(
          (Waiting one) -> one.event().at())
      .thenComparing(one -> one.event().step())
      .thenComparing(one -> one.event().id());

  public static final AssignmentBook EMPTY = new AssignmentBook(List.of(), List.of(), null);

  /**
   * @param arrivedMillis by the clock that lateness goes by
   */
  public record Waiting(LifecycleEvent event, Origin origin, long arrivedMillis) {}

  /**
   * What a turn came to.
   *
   * @param missing steps that nobody told of and that were filled in
   */
  public record Turn(
      AssignmentBook book,
      List<Fact> facts,
      List<LifecycleStep> missing,
      List<Rejection> rejected) {}

  public AssignmentBook {
    waiting = List.copyOf(waiting);
    ids = List.copyOf(ids);
  }

  /** One event more. It waits, or is refused: read before, one too many, or too late. */
  public Turn plus(Waiting event) {
    RejectReason refused = refused(event.event());
    if (refused != null) {
      return new Turn(this, List.of(), List.of(), List.of(Rejection.of(event.origin(), refused)));
    }
    List<Waiting> more = new ArrayList<>(waiting);
    more.add(event);
    List<String> known = new ArrayList<>(ids);
    known.add(event.event().id());
    return new Turn(new AssignmentBook(more, known, assignment), List.of(), List.of(), List.of());
  }

  private @Nullable RejectReason refused(LifecycleEvent event) {
    if (ids.contains(event.id())) {
      return RejectReason.DUPLICATE;
    }
    if (ids.size() >= MOST_EVENTS) {
      return RejectReason.LIFECYCLE_TOO_MANY;
    }
    boolean late = assignment != null && event.at().toEpochMilli() < assignment.lastAt();
    return late ? RejectReason.LIFECYCLE_LATE : null;
  }

  /**
   * Follows what has waited long enough, with all that happened before it, and tells what is due.
   *
   * @param nowMillis by the clock that lateness goes by
   */
  public Turn at(long nowMillis, LifecycleRules rules) {
    return turn(nowMillis - rules.latenessMillis(), rules);
  }

  /** Follows all that waits, since nothing more will come. What is not due yet is not told: nobody knows how it would have gone. */
  public Turn end(LifecycleRules rules) {
    return turn(null, rules);
  }

  private Turn turn(@Nullable Long ripeMillis, LifecycleRules rules) {
    List<Waiting> sorted = waiting.stream().sorted(AS_IT_HAPPENED).toList();
    int ripe = sorted.size();
    while (ripeMillis != null && ripe > 0 && sorted.get(ripe - 1).arrivedMillis() > ripeMillis) {
      ripe--;
    }
    List<Rejection> rejected = new ArrayList<>();
    FollowSteps steps = assignment == null ? null : new FollowSteps(assignment, rules);
    for (Waiting next : sorted.subList(0, ripe)) {
      LifecycleEvent event = next.event();
      if (steps == null) {
        steps = new FollowSteps(Assignment.of(event), rules);
      }
      steps.pass(event.at().toEpochMilli() - 1);
      RejectReason reason = steps.assignment().isOf(event)
          ? steps.follow(event)
          : RejectReason.LIFECYCLE_CONTRADICTORY;
      if (reason != null) {
        rejected.add(Rejection.of(next.origin(), reason));
      }
    }
    List<Waiting> left = sorted.subList(ripe, sorted.size());
    if (steps == null) {
      return new Turn(this, List.of(), List.of(), rejected);
    }
    if (ripeMillis != null) {
      // what waits may have happened before something is due
      steps.pass(
          left.isEmpty()
              ? ripeMillis
              : Math.min(ripeMillis, left.get(0).event().at().toEpochMilli() - 1));
    }
    return new Turn(
        new AssignmentBook(left, ids, steps.assignment()),
        steps.facts(),
        steps.missing(),
        rejected);
  }

  /** When to look again by the clock that lateness goes by; null where nothing is due. */
  public @Nullable Long nextMillis(LifecycleRules rules) {
    long next = Long.MAX_VALUE;
    long firstWaiting = Long.MAX_VALUE;
    for (Waiting one : waiting) {
      next = Math.min(next, one.arrivedMillis() + rules.latenessMillis());
      firstWaiting = Math.min(firstWaiting, one.event().at().toEpochMilli());
    }
    if (assignment != null) {
      Long due = new FollowSteps(assignment, rules).due();
      if (due != null && due < firstWaiting) {
        next = Math.min(next, due + rules.latenessMillis());
      } else if (due == null && waiting.isEmpty() && assignment.deletionDue() == null) {
        next = assignment.lastAt() + rules.forgetMillis();
      }
    }
    return next == Long.MAX_VALUE ? null : next;
  }

  /**
   * Whether nothing waits, nothing is due, and its last event is too long ago for more to come. A deletion that was asked for keeps it
   * for as long as it is open.
   */
  public boolean over(long nowMillis, LifecycleRules rules) {
    return waiting.isEmpty()
        && (assignment == null
            || (new FollowSteps(assignment, rules).due() == null
                && assignment.deletionDue() == null
                && nowMillis >= assignment.lastAt() + rules.forgetMillis()));
  }
}
