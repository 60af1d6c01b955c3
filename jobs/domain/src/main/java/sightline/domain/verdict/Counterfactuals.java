package sightline.domain.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import sightline.domain.framing.FramingSpec;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.domain.task.TaskSpec;

/** Which single change would have turned a verdict: all reasons that it takes away are taken away, and the rest is judged again. */
final class Counterfactuals {
  private static final Set<ReasonCode> HANDS = EnumSet.of(
      ReasonCode.HANDS_NOT_IN_VIEW, ReasonCode.HANDS_OUT_OF_FRAME, ReasonCode.HANDS_CUT_OFF);
  private static final Set<ReasonCode> LIGHT =
      EnumSet.of(ReasonCode.TOO_DARK, ReasonCode.LOW_CONTRAST, ReasonCode.NOT_SEEN_WELL);

  private final List<Reason> reasons;
  private final Verdict given;
  private final SessionEvidence seen;
  private final TaskSpec spec;
  private final VerdictRules rules;

  private Counterfactuals(
      List<Reason> reasons,
      Verdict given,
      SessionEvidence seen,
      TaskSpec spec,
      VerdictRules rules) {
    this.reasons = reasons;
    this.given = given;
    this.seen = seen;
    this.spec = spec;
    this.rules = rules;
  }

  /** A change, and by how much. */
  private record Step(Change change, Measure amount, String unit) {
    static Step of(Change change) {
      return new Step(change, Measure.unassessed(Unassessed.NOTHING_TO_MEASURE), "");
    }
  }

  /** The best first: the mildest verdict, then the gravest reason. */
  static List<Counterfactual> of(
      List<Reason> reasons,
      Verdict given,
      SessionEvidence seen,
      TaskSpec spec,
      VerdictRules rules) {
    return new Counterfactuals(reasons, given, seen, spec, rules).all();
  }

  private List<Counterfactual> all() {
    List<Counterfactual> all = new ArrayList<>();
    for (Reason reason : reasons) {
      if (all.stream().anyMatch(known -> takenAwayWith(reason, known.code()))) {
        continue;
      }
      Verdict instead = verdict(
          reasons.stream().filter(other -> !takenAwayWith(other, reason.code())).toList());
      if (instead.compareTo(given) < 0) {
        Step step = step(reason);
        all.add(
            new Counterfactual(reason.code(), step.change(), step.amount(), step.unit(), instead));
      }
    }
    all.sort(Comparator.comparing(Counterfactual::instead));
    return all;
  }

  /** Where reasons lead to together. */
  static Verdict verdict(List<Reason> reasons) {
    return reasons.stream()
        .map(Reason::leadsTo)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.ACCEPT);
  }

  /** What is done about one reason does away with another where both are about the hands, about light, or the same. */
  private static boolean takenAwayWith(Reason other, ReasonCode code) {
    return other.code() == code
        || (HANDS.contains(other.code()) && HANDS.contains(code))
        || (LIGHT.contains(other.code()) && LIGHT.contains(code));
  }

  private Step step(Reason reason) {
    return switch (reason.code()) {
      case TOO_SHORT ->
        new Step(Change.RECORD_LONGER, difference(reason.wanted(), reason.measured()), "s");
      case TOO_LONG ->
        new Step(Change.RECORD_SHORTER, difference(reason.measured(), reason.wanted()), "s");
      case INTERRUPTED -> Step.of(Change.RECORD_IN_ONE_GO);
      case HANDS_NOT_IN_VIEW, HANDS_OUT_OF_FRAME, HANDS_CUT_OFF -> turn(reason);
      case NO_ACTIVITY -> Step.of(Change.DO_THE_TASK);
      case OBJECT_NOT_SEEN -> Step.of(Change.SHOW_OBJECT);
      case OTHER_ORDER -> Step.of(Change.KEEP_ORDER);
      case TOO_DARK, LOW_CONTRAST, NOT_SEEN_WELL -> Step.of(Change.LIGHT_ON);
      case TOO_BRIGHT -> Step.of(Change.LESS_LIGHT);
      case HARSH_LIGHT -> Step.of(Change.TURN_FROM_LIGHT);
      case BLURRED -> Step.of(Change.WIPE_LENS);
      case LENS_COVERED -> Step.of(Change.CLEAR_LENS);
      case VIEW_BLOCKED -> Step.of(Change.CLEAR_VIEW);
      case TOO_FAR -> Step.of(Change.COME_CLOSER);
      case TOO_CLOSE -> Step.of(Change.STEP_BACK);
      case CAMERA_TILTED -> new Step(Change.LEVEL_CAMERA, reason.measured(), "deg");
      case SHAKY -> Step.of(Change.HOLD_STEADY);
      case OTHER_PERSON -> Step.of(Change.ASK_PERSON_TO_LEAVE);
      case FACE_IN_VIEW -> Step.of(Change.COVER_FACE);
      case DOCUMENT_IN_VIEW -> Step.of(Change.PUT_PAPER_AWAY);
      case SCREEN_IN_VIEW -> Step.of(Change.SCREEN_OFF);
      case VOICE -> Step.of(Change.QUIET_PLACE);
      case FORBIDDEN_BODY_AREA -> Step.of(Change.COVER_BODY);
      case CONSENT_MISSING, CONSENT_REVOKED -> Step.of(Change.GIVE_CONSENT);
      case FRAMES_MISSING,
          SENSOR_MISSING,
          PICTURE_FROZEN,
          LOW_RESOLUTION,
          SENSOR_NOISE,
          LOW_FRAME_RATE,
          COULD_NOT_CHECK,
          REVIEWED,
          APPEALED -> Step.of(Change.ADAPT_SPEC);
    };
  }

  /**
   * Towards the side where the hands are. By how much follows from how far they are off the safe area's centre, and from a phone's usual field
   * of view; hands that are not in view at all leave no such measure.
   */
  private Step turn(Reason reason) {
    Edge side = reason.edge();
    if (side == null || side == Edge.WHOLE) {
      return Step.of(Change.KEEP_HANDS_IN_VIEW);
    }
    FramingSpec framing = spec.framing();
    Change change = switch (side) {
      case LEFT -> Change.TURN_LEFT;
      case RIGHT -> Change.TURN_RIGHT;
      case TOP -> Change.TILT_UP;
      case BOTTOM, WHOLE -> Change.TILT_DOWN;
    };
    double off = seen.fault(reason.code()).mean();
    if (off == 0) {
      return Step.of(change);
    }
    boolean across = side == Edge.LEFT || side == Edge.RIGHT;
    double half = across
        ? (framing.safe().right() - framing.safe().left()) / 2
        : (framing.safe().bottom() - framing.safe().top()) / 2;
    double field = across ? rules.fieldOfViewDegrees() : rules.fieldOfViewDegrees() * 9 / 16;
    return new Step(change, Measure.of((double) Math.round(off * half * field)), "deg");
  }

  private static Measure difference(Measure more, Measure less) {
    return more.assessed() && less.assessed()
        ? Measure.of(Math.round(10 * (more.orThrow() - less.orThrow())) / 10.0)
        : Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
  }
}
