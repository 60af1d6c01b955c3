package sightline.domain.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.RejectReason;
import sightline.domain.lifecycle.Details.Answer;
import sightline.domain.lifecycle.Details.AppealOutcome;
import sightline.domain.lifecycle.Details.Decision;
import sightline.domain.operations.Fact;
import sightline.domain.operations.ReadingName;

/**
 * The state machine of one assignment: events in order, and moments that come between them, make facts. Each fact is told once. A share
 * that needs time to show, such as completion, is told at a fixed age, whichever way it went: told at once where it did, and later where
 * not, a window would hold more of the one than of the other.
 */
final class FollowSteps {
  private final LifecycleRules rules;
  private final String worker;
  private final String task;
  private final String deviceClass;
  private final String region;
  private final List<Fact> facts = new ArrayList<>();
  private final List<LifecycleStep> missing = new ArrayList<>();
  private Phase phase;
  private long lastAt;
  private @Nullable Long completionDue;
  private @Nullable String consentStep;
  private int uploads;
  private @Nullable Long firstUploadAt;
  private @Nullable Long uploadAt;
  private int decided;
  private boolean rejected;
  private @Nullable Long appealDue;
  private boolean appealed;
  private @Nullable Long deletionDue;
  private boolean overdue;

  FollowSteps(Assignment from, LifecycleRules rules) {
    this.rules = rules;
    worker = from.worker();
    task = from.task();
    deviceClass = from.deviceClass();
    region = from.region();
    phase = from.phase();
    lastAt = from.lastAt();
    completionDue = from.completionDue();
    consentStep = from.consentStep();
    uploads = from.uploads();
    firstUploadAt = from.firstUploadAt();
    uploadAt = from.uploadAt();
    decided = from.decided();
    rejected = from.rejected();
    appealDue = from.appealDue();
    appealed = from.appealed();
    deletionDue = from.deletionDue();
    overdue = from.overdue();
  }

  Assignment assignment() {
    return new Assignment(
        worker,
        task,
        deviceClass,
        region,
        phase,
        lastAt,
        completionDue,
        consentStep,
        uploads,
        firstUploadAt,
        uploadAt,
        decided,
        rejected,
        appealDue,
        appealed,
        deletionDue,
        overdue);
  }

  List<Fact> facts() {
    return facts;
  }

  /** Steps that nobody told of, in order. */
  List<LifecycleStep> missing() {
    return missing;
  }

  /** When something is due next; null where nothing is. */
  @Nullable
  Long due() {
    Long next = null;
    for (Long due : new Long[] {completionDue, appealDue, overdue ? null : deletionDue}) {
      if (due != null && (next == null || due < next)) {
        next = due;
      }
    }
    return next;
  }

  /**
   * @param event no earlier than the one before; what is due earlier was {@link #pass}ed
   * @return why it cannot be; it then changed nothing. Null where it can
   */
  @Nullable
  RejectReason follow(LifecycleEvent event) {
    StepTable.Way way = StepTable.way(phase, event.step());
    if (way == null || !agrees(event.step())) {
      return RejectReason.LIFECYCLE_IMPOSSIBLE;
    }
    long at = event.at().toEpochMilli();
    missing.addAll(way.missing());
    way.missing().forEach(step -> apply(step, at, Details.NONE, Told.BY_NOBODY));
    apply(event.step(), at, event.details(), Told.BY_ITS_SENDER);
    phase = way.phase();
    lastAt = Math.max(lastAt, at);
    return null;
  }

  /** What a phase alone does not say. */
  private boolean agrees(LifecycleStep step) {
    return switch (step) {
      case APPEAL_MADE -> rejected && !appealed;
      case DELETION_ASKED -> deletionDue == null;
      case DELETION_DONE -> deletionDue != null;
      default -> true;
    };
  }

  private enum Told {
    BY_ITS_SENDER,
    BY_NOBODY
  }

  private void apply(LifecycleStep step, long at, Details details, Told told) {
    switch (step) {
      case TASK_ACCEPTED -> completionDue = at + rules.completionMillis();
      case CONSENT_SHOWN -> shown(details, at);
      case COMPREHENSION_ANSWERED ->
        share(
            ReadingName.COMPREHENSION_RATE,
            details.policyVersion(),
            at,
            details.answer() == Answer.RIGHT);
      case CONSENT_ACCEPTED -> consent(told == Told.BY_ITS_SENDER, at);
      case CONSENT_DECLINED, ABANDONED -> dropped(at);
      case UPLOAD_ENDED -> uploaded(at);
      case REVIEW_DECIDED -> decided(details, at);
      case APPEAL_MADE -> appealed = true;
      case APPEAL_DECIDED -> overturn(details.appeal() == AppealOutcome.UPHELD, at);
      case DELETION_ASKED -> {
        deletionDue = at + rules.deletionMillis();
        fact(ReadingName.DELETIONS_OPEN, null, at, 1, 0);
      }
      case DELETION_DONE -> deleted(at);
      default -> {
        // it moves the phase at most
      }
    }
  }

  private void shown(Details details, long at) {
    String step = details.consentStep() == null ? "consent" : details.consentStep();
    String shown = step + "/" + details.policyVersion();
    if (!shown.equals(consentStep)) {
      consent(true, at);
      consentStep = shown;
    }
  }

  /** Whoever sees the next step went on from the last. Of an acceptance that nobody told of, nobody knows from where. */
  private void consent(boolean wentOn, long at) {
    if (consentStep != null && wentOn) {
      share(ReadingName.CONSENT_DROP_OFF, consentStep, at, false);
    }
    consentStep = null;
  }

  private void dropped(long at) {
    if (consentStep != null) {
      share(ReadingName.CONSENT_DROP_OFF, consentStep, at, true);
      consentStep = null;
    }
  }

  private void uploaded(long at) {
    uploads++;
    uploadAt = at;
    if (firstUploadAt == null) {
      firstUploadAt = at;
    }
  }

  /** More than one reviewer may decide: the first decision on an upload counts. */
  private void decided(Details details, long at) {
    if (uploadAt == null) {
      return;
    }
    boolean accepted = details.decision() == Decision.ACCEPTED;
    appealCounts(at);
    share(ReadingName.REJECTION_RATE, null, at, !accepted);
    fact(ReadingName.REVIEW_TIME, null, at, (at - uploadAt) / 1_000.0, 1);
    if (decided == 0) {
      share(ReadingName.FIRST_PASS_ACCEPTANCE, null, at, accepted && uploads == 1);
    }
    decided++;
    uploadAt = null;
    rejected = !accepted;
    appealed = false;
    appealDue = accepted ? null : at + rules.appealMillis();
  }

  private void overturn(boolean upheld, long at) {
    share(ReadingName.OVERTURN_RATE, null, at, upheld);
    if (upheld) {
      rejected = false;
    }
  }

  private void appealCounts(long at) {
    if (appealDue != null) {
      share(ReadingName.APPEAL_RATE, null, at, appealed);
      appealDue = null;
    }
  }

  private void deleted(long at) {
    fact(ReadingName.DELETIONS_OPEN, null, at, -1, 0);
    if (overdue) {
      fact(ReadingName.DELETIONS_OVERDUE, null, at, -1, 0);
    }
    deletionDue = null;
    overdue = false;
  }

  /** Tells what is due by then, at the times when it was. */
  void pass(long millis) {
    for (Long due = due(); due != null && due <= millis; due = due()) {
      if (due.equals(completionDue)) {
        dropped(due);
        share(ReadingName.COMPLETION_RATE, null, due, firstUploadAt != null);
        completionDue = null;
      } else if (due.equals(appealDue)) {
        appealCounts(due);
      } else {
        fact(ReadingName.DELETIONS_OVERDUE, null, due, 1, 0);
        overdue = true;
      }
    }
  }

  private void share(ReadingName reading, @Nullable String detail, long at, boolean so) {
    fact(reading, detail, at, so ? 1 : 0, 1);
  }

  private void fact(
      ReadingName reading, @Nullable String detail, long at, double amount, double per) {
    facts.add(new Fact(
        reading, detail, task, deviceClass, region, worker, Instant.ofEpochMilli(at), amount, per));
  }
}
