package sightline.domain.framing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Edge;
import sightline.domain.quality.FeedbackCode;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Tolerance;

/**
 * Holds a frame against what its task wants in view.
 *
 * <p>Each measure has a utility u, 0 to 1: hands in the safe area, rising from 0.2 to 0.9; their size, full between the least
 * and the most, nothing at half of the least or one and a half times the most; cut off, 1 - 0.6 x its share; off centre, full
 * to 0.6, 0.3 less at 1.2; missing hands, 1 - 0.6 x their share; tilt, full up to the most, nothing at twice that; shake the
 * same. The overall value is sqrt(G m), G the geometric mean of the assessed utilities and m the least of them, as in a score.
 *
 * <p>A task that needs hands and shows none has nothing to frame: the overall value is not assessed then, for a worker between two
 * actions has framed nothing badly; hands that are missing are a measure of their own.
 */
public record FramingRule(FramingSpec spec) {
  /** Advice is given below this utility. */
  private static final double ADVISE_BELOW = 0.5;

  private static final double EDGE_MARGIN = 0.005;
  private static final Tolerance IN_SAFE_AREA = Tolerance.rising(0.2, 0.9);

  /**
   * @param tiltDegrees as {@link CameraView} states it
   * @param shake as {@link Shake} states it
   */
  public Framing frame(HandsInView seen, Measure tiltDegrees, Measure shake) {
    double most = spec.maxTiltDegrees();
    Measure tilt = utility(tiltDegrees, new Tolerance(-2 * most, -most, most, 2 * most));
    Measure steadiness = utility(shake, Tolerance.falling(spec.maxShake(), 2 * spec.maxShake()));
    HandMeasures hands = HandMeasures.of(seen, spec, EDGE_MARGIN);
    List<Judged> judged = judged(hands, tilt, steadiness, seen, tiltDegrees, shake);
    return new Framing(
        hands.inSafeArea(),
        hands.size(),
        hands.cutOff(),
        hands.offCentre(),
        hands.missing(),
        hands.size().assessed()
            ? rounded(1 - tooSmall().utility(hands.size().orThrow()))
            : hands.size(),
        tilt,
        steadiness,
        overall(hands, judged),
        advice(judged));
  }

  private record Judged(double utility, @Nullable FramingAdvice advice) {}

  private List<Judged> judged(
      HandMeasures hands,
      Measure tilt,
      Measure steadiness,
      HandsInView seen,
      Measure tiltDegrees,
      Measure shake) {
    List<Judged> judged = new ArrayList<>();
    if (hands.size().assessed()) {
      Edge towards = hands.towards();
      double inside = hands.inSafeArea().orThrow();
      add(
          judged,
          IN_SAFE_AREA.utility(inside),
          FeedbackCode.HANDS_OUT_OF_FRAME,
          Framing.IN_SAFE_AREA,
          inside,
          towards);
      double size = hands.size().orThrow();
      boolean small = size < spec.minHandSize();
      add(
          judged,
          small ? tooSmall().utility(size) : tooLarge().utility(size),
          small ? FeedbackCode.TOO_FAR : FeedbackCode.TOO_CLOSE,
          Framing.HAND_SIZE,
          size,
          Edge.WHOLE);
      double cut = hands.cutOff().orThrow();
      add(judged, 1 - 0.6 * cut, FeedbackCode.HANDS_CUT_OFF, Framing.CUT_OFF, cut, hands.cutBy());
      double off = hands.offCentre().orThrow();
      double centred = 0.7 + 0.3 * Tolerance.falling(0.6, 1.2).utility(off);
      add(judged, centred, FeedbackCode.HANDS_OUT_OF_FRAME, Framing.OFF_CENTRE, off, towards);
    }
    if (hands.missing().assessed()) {
      double missing = hands.missing().orThrow();
      add(
          judged,
          1 - 0.6 * missing,
          FeedbackCode.HANDS_OUT_OF_FRAME,
          Framing.MISSING,
          missing,
          seen.leftBy());
    }
    if (tilt.assessed()) {
      double degrees = tiltDegrees.orThrow();
      Edge hangs = degrees > 0 ? Edge.RIGHT : Edge.LEFT;
      add(judged, tilt.orThrow(), FeedbackCode.CAMERA_TILTED, "tilt_degrees", degrees, hangs);
    }
    if (steadiness.assessed()) {
      add(judged, steadiness.orThrow(), FeedbackCode.SHAKY, "shake", shake.orThrow(), Edge.WHOLE);
    }
    return judged;
  }

  private static void add(
      List<Judged> judged,
      double utility,
      FeedbackCode code,
      String evidence,
      double measured,
      @Nullable Edge edge) {
    // without an edge by which hands left nobody can say where to turn the camera: they may just
    // rest
    FramingAdvice advice = edge == null ? null : new FramingAdvice(code, evidence, measured, edge);
    judged.add(new Judged(utility, advice));
  }

  private Tolerance tooSmall() {
    return Tolerance.rising(spec.minHandSize() / 2, spec.minHandSize());
  }

  private Tolerance tooLarge() {
    return Tolerance.falling(spec.maxHandSize(), 1.5 * spec.maxHandSize());
  }

  private Measure overall(HandMeasures hands, List<Judged> judged) {
    if (judged.isEmpty() || (spec.hands() > 0 && !hands.size().assessed())) {
      return hands.size();
    }
    double logs = 0;
    double worst = 1;
    for (Judged one : judged) {
      logs += Math.log(one.utility()) / judged.size();
      worst = Math.min(worst, one.utility());
    }
    return rounded(worst == 0 ? 0 : Math.sqrt(Math.exp(logs) * worst));
  }

  /** One piece of advice a code, the worst first. */
  private static List<FramingAdvice> advice(List<Judged> judged) {
    List<FramingAdvice> advice = new ArrayList<>();
    List<Judged> worstFirst = new ArrayList<>(judged);
    worstFirst.sort(Comparator.comparingDouble(Judged::utility));
    for (Judged one : worstFirst) {
      FramingAdvice given = one.advice();
      if (given != null
          && one.utility() < ADVISE_BELOW
          && advice.stream().noneMatch(other -> other.code() == given.code())) {
        advice.add(given);
      }
    }
    return advice;
  }

  private static Measure utility(Measure value, Tolerance tolerance) {
    return value.assessed() ? rounded(tolerance.utility(value.orThrow())) : value;
  }

  private static Measure rounded(double value) {
    return Measure.of(Math.round(value * 1e4) / 1e4);
  }
}
