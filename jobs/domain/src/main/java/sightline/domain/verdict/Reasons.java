package sightline.domain.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Measure;
import sightline.domain.task.ExpectedObject;
import sightline.domain.task.ExpectedObjects;
import sightline.domain.task.Sensor;
import sightline.domain.task.TaskSpec;

/** What stands against a session under its task's spec. What was not assessed stands against nobody. */
final class Reasons {
  private static final double NEARLY_AS_LONG = 0.8;
  private static final double HALF = 0.5;

  /** Hands in view for less than this, where nearly all of the session was assessed: nobody did the task before the camera. */
  private static final double HARDLY_EVER = 0.1;

  private static final double NEARLY_ALL = 0.8;

  /** What spoils more than this is told of the whole, without its spans. */
  private static final double THROUGHOUT = 0.95;

  /** So few looks say nothing of what is not there. */
  private static final int LOOKS = 10;

  /** What objects and interruptions spoil is not measured in time; they are told after what is. */
  private static final double LITTLE = 0.05;

  private final SessionEvidence seen;
  private final TaskSpec spec;
  private final VerdictRules rules;
  private final List<Reason> reasons = new ArrayList<>();

  private Reasons(SessionEvidence seen, TaskSpec spec, VerdictRules rules) {
    this.seen = seen;
    this.spec = spec;
    this.rules = rules;
  }

  /** The gravest first. */
  static List<Reason> of(SessionEvidence seen, TaskSpec spec, VerdictRules rules) {
    Reasons all = new Reasons(seen, spec, rules);
    seen.faults().forEach(all::fault);
    all.resolution();
    all.hands();
    all.length();
    all.gaps();
    all.sensors();
    all.objects();
    return sorted(all.reasons);
  }

  static List<Reason> sorted(List<Reason> reasons) {
    return reasons.stream()
        .sorted(Comparator.comparing(Reason::leadsTo)
            .thenComparing(Reason::weight)
            .reversed()
            .thenComparing(Reason::code))
        .toList();
  }

  private void fault(FaultTime fault) {
    Ladder ladder = Ladder.of(fault.code(), spec.bounds());
    double share = seen.pace().frames() == 0 ? seen.withheldShare(fault) : seen.share(fault);
    // a frame that nobody may see is spoilt for a reason that no time on the clock tells
    double spoilt = fault.code().aspect() == Aspect.PRIVACY
        ? Math.max(share, seen.withheldShare(fault))
        : share;
    Verdict leadsTo = ladder.at(spoilt);
    if (leadsTo.compareTo(Verdict.REVIEW) < 0
        && fault.code().aspect() == Aspect.QUALITY
        && seen.withheldShare(fault) > spec.bounds().withheld()) {
      leadsTo = Verdict.REVIEW;
    }
    if (leadsTo != Verdict.ACCEPT) {
      switch (fault.code()) {
        case CAMERA_TILTED ->
          add(fault, leadsTo, spoilt, fault.mean(), spec.framing().maxTiltDegrees(), "deg");
        case LOW_FRAME_RATE ->
          add(fault, leadsTo, spoilt, fault.mean(), spec.framing().minFramesPerSecond(), "fps");
        default -> add(fault, leadsTo, spoilt, spoilt, Math.min(1, ladder.lowest()), "share");
      }
    }
  }

  private void add(
      FaultTime fault,
      Verdict leadsTo,
      double weight,
      double measured,
      double wanted,
      String unit) {
    reasons.add(new Reason(
        fault.code(),
        leadsTo,
        rounded(weight),
        Measure.of(rounded(measured)),
        Measure.of(wanted),
        unit,
        weight > THROUGHOUT ? List.of() : fault.longest(),
        fault.edge(),
        null));
  }

  private void add(
      ReasonCode code,
      Verdict leadsTo,
      double weight,
      double measured,
      double wanted,
      String unit,
      @Nullable String object) {
    reasons.add(new Reason(
        code,
        leadsTo,
        rounded(Math.min(1, weight)),
        Measure.of(rounded(measured)),
        Measure.of(wanted),
        unit,
        List.of(),
        null,
        object));
  }

  private void resolution() {
    Measure side = seen.means().shorterSide();
    Integer named = spec.floor(seen.deviceClass());
    int floor = named == null ? rules.resolutionFloor() : named;
    if (side.assessed() && side.orThrow() < floor) {
      FaultTime fault = seen.fault(ReasonCode.LOW_RESOLUTION);
      boolean unseen = seen.withheldShare(fault) > spec.bounds().withheld();
      add(
          ReasonCode.LOW_RESOLUTION,
          unseen ? Verdict.REVIEW : Verdict.COACH,
          1 - side.orThrow() / floor,
          side.orThrow(),
          floor,
          "px",
          null);
    }
  }

  private void hands() {
    Measure share = seen.hands().inView(spec.framing().hands());
    double wanted = spec.bounds().handsVisible();
    if (!share.assessed() || share.orThrow() >= wanted) {
      return;
    }
    double assessed = seen.handsAssessed();
    Verdict leadsTo = Verdict.COACH;
    if (assessed >= rules.leastAssessed() && share.orThrow() < wanted / 2) {
      leadsTo = Verdict.REVIEW;
    }
    if (assessed >= NEARLY_ALL && share.orThrow() < Math.min(HARDLY_EVER, wanted / 2)) {
      leadsTo = Verdict.REJECT;
    }
    FaultTime fault = seen.fault(ReasonCode.HANDS_NOT_IN_VIEW);
    reasons.add(new Reason(
        ReasonCode.HANDS_NOT_IN_VIEW,
        leadsTo,
        rounded((1 - share.orThrow()) * Math.min(1, assessed)),
        share,
        Measure.of(wanted),
        "share",
        fault.longest(),
        fault.edge(),
        null));
  }

  private void length() {
    double seconds = seen.pace().recordedMillis() / 1e3;
    int least = spec.duration().leastSeconds();
    int most = spec.duration().mostSeconds();
    if (seconds == 0) {
      return;
    }
    if (seconds < least) {
      double share = seconds / least;
      Verdict leadsTo =
          share >= NEARLY_AS_LONG ? Verdict.COACH : share >= HALF ? Verdict.REVIEW : Verdict.REJECT;
      // what has not ended may still go on
      add(
          ReasonCode.TOO_SHORT,
          seen.ended() ? leadsTo : Verdict.COACH,
          1 - share,
          seconds,
          least,
          "s",
          null);
    } else if (seconds > most) {
      add(ReasonCode.TOO_LONG, Verdict.COACH, 1 - most / seconds, seconds, most, "s", null);
    }
  }

  private void gaps() {
    long all = seen.missing() + seen.accepted();
    double missing = all == 0 ? 0 : (double) seen.missing() / all;
    if (missing > spec.bounds().missing()) {
      add(
          ReasonCode.FRAMES_MISSING,
          missing > HALF ? Verdict.REVIEW : Verdict.COACH,
          missing,
          missing,
          spec.bounds().missing(),
          "share",
          null);
    }
    int pauses = seen.pace().pauses();
    Span longest = seen.pace().longest();
    if (pauses >= rules.interruptions()) {
      reasons.add(new Reason(
          ReasonCode.INTERRUPTED,
          Verdict.COACH,
          LITTLE,
          Measure.of(pauses),
          Measure.of(rules.interruptions() - 1),
          "times",
          longest == null ? List.of() : List.of(longest),
          null,
          null));
    }
  }

  /** Of what frames bring today only sound can be told to be missing; inertial and depth sensors are not assessed. */
  private void sensors() {
    if (spec.sensors().contains(Sensor.AUDIO)
        && seen.pace().frames() > 0
        && seen.means().withSound() == 0) {
      add(ReasonCode.SENSOR_MISSING, Verdict.COACH, LITTLE, 0, 1, "times", "audio");
    }
  }

  private void objects() {
    ExpectedObjects expected = spec.objects();
    if (seen.things().looks() < LOOKS) {
      return;
    }
    long latest = -1;
    for (ExpectedObject object : expected.objects()) {
      int looks = object.measurable() ? seen.things().looksAt(object) : 0;
      if (looks >= rules.surelyLooks()) {
        long first = seen.things().first(object);
        if (expected.order() == ExpectedObjects.Order.AS_LISTED && first < latest) {
          add(ReasonCode.OTHER_ORDER, Verdict.COACH, LITTLE, 1, 0, "times", object.name());
        }
        latest = Math.max(latest, first);
      } else if (object.measurable() && object.need() == ExpectedObject.Need.REQUIRED) {
        add(
            ReasonCode.OBJECT_NOT_SEEN,
            Verdict.COACH,
            LITTLE,
            looks,
            rules.surelyLooks(),
            "times",
            object.name());
      }
    }
  }

  /** Four decimals: enough for any reader, and the same text on every run. */
  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
