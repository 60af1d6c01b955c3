package sightline.domain.verdict;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.Observation;
import sightline.domain.framing.Framing;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.domain.session.SessionSummary;

/**
 * What a session's recorded frames say for and against it, in bounded room: each fault is one {@link FaultTime}. Immutable; frames
 * come in the order of their indices, those out of place are counted alone.
 *
 * @param appendedAtMillis the broker's append time of the first frame, by which the task's spec is chosen; null without
 * @param ended whether the sender said that nothing follows
 * @param faults each code once
 * @param missing indices that never came, as the books say; 0 before the first settlement
 * @param accepted frames with a final directive, as the books say
 */
public record SessionEvidence(
    String session,
    String task,
    String deviceClass,
    String region,
    @Nullable String locale,
    @Nullable Long appendedAtMillis,
    boolean ended,
    Pace pace,
    List<FaultTime> faults,
    HandTime hands,
    Means means,
    ThingsSeen things,
    long missing,
    long accepted) {
  public SessionEvidence {
    faults = List.copyOf(faults);
  }

  /** Before the first frame. */
  public static SessionEvidence of(Moment first) {
    Observation frame = first.frame();
    return new SessionEvidence(
        frame.session(),
        frame.task(),
        frame.deviceClass(),
        frame.region(),
        frame.locale(),
        frame.appendedAtMillis(),
        false,
        Pace.from(first.capturedAtMillis()),
        List.of(),
        HandTime.NONE,
        Means.NONE,
        ThingsSeen.NONE,
        0,
        0);
  }

  /** With one more recorded frame. */
  public SessionEvidence and(Moment moment, VerdictRules rules) {
    if (!moment.frame().inPlace()) {
      return with(
          moment,
          pace.andOneOutOfPlace(),
          counted(moment, List.of(Fault.withholding(ReasonCode.COULD_NOT_CHECK)), 0, 0, rules),
          hands,
          means,
          things);
    }
    long at = moment.capturedAtMillis();
    long lasted = pace.lasted(at, rules);
    List<Moment.Thing> seen = moment.things();
    List<Fault> found = Faults.in(moment, rules);
    boolean framed = moment.reading(Framing.MISSING).assessed()
        || moment.reading(Framing.HAND_SIZE).assessed();
    return with(
        moment,
        pace.and(at, framed, rules),
        counted(moment, found, lasted, pace.framedFor(at, rules), rules),
        hands.and(handsTold(moment, found), lasted),
        means.and(moment),
        seen == null ? things : things.and(seen, pace.at(at), rules));
  }

  /** With what the books say at a settlement. */
  public SessionEvidence settled(SessionSummary summary) {
    return new SessionEvidence(
        session,
        task,
        deviceClass,
        region,
        locale,
        appendedAtMillis,
        ended,
        pace,
        faults,
        hands,
        means,
        things,
        summary.missing(),
        summary.accepted());
  }

  private SessionEvidence with(
      Moment moment,
      Pace newPace,
      List<FaultTime> newFaults,
      HandTime newHands,
      Means newMeans,
      ThingsSeen newThings) {
    return new SessionEvidence(
        session,
        task,
        deviceClass,
        region,
        locale,
        appendedAtMillis,
        ended || moment.frame().endOfSession(),
        newPace,
        newFaults,
        newHands,
        newMeans,
        newThings,
        missing,
        accepted);
  }

  /** No hands where something else kept them from being seen says nothing of the hands. */
  private static Measure handsTold(Moment moment, List<Fault> found) {
    Measure hands = moment.score().hands();
    boolean hidden = found.stream()
        .anyMatch(
            fault -> Causes.consequencesOf(fault.code()).contains(ReasonCode.HANDS_NOT_IN_VIEW));
    return hidden && hands.assessed() && hands.orThrow() == 0
        ? Measure.unassessed(Unassessed.NOTHING_TO_MEASURE)
        : hands;
  }

  private List<FaultTime> counted(
      Moment moment, List<Fault> found, long lasted, long framedFor, VerdictRules rules) {
    List<FaultTime> after = new ArrayList<>(faults);
    for (Fault fault : found) {
      FaultTime before = fault(fault.code());
      after.remove(before);
      after.add(before.and(
          fault,
          fault.code().ofHandsInFrame() ? framedFor : lasted,
          pace.at(moment.capturedAtMillis()),
          rules.joinMillis()));
    }
    return after;
  }

  /** What is known of one code; nothing of a code that never stood against a frame. */
  public FaultTime fault(ReasonCode code) {
    return faults.stream()
        .filter(fault -> fault.code() == code)
        .findFirst()
        .orElseGet(() -> FaultTime.none(code));
  }

  /** Share of the recorded time, of the frames where the clock stood still; 0 to 1. */
  public double share(FaultTime fault) {
    return pace.share(fault.millis(), fault.frames());
  }

  /** Share of all frames of the session that nobody may see because of it, 0 to 1. */
  public double withheldShare(FaultTime fault) {
    int all = pace.frames() + pace.outOfPlace();
    return all == 0 ? 0 : (double) fault.withheld() / all;
  }

  /** How much of the session was assessed for hands, 0 to 1. */
  public double handsAssessed() {
    return pace.share(hands.assessedMillis(), hands.assessedFrames());
  }
}
