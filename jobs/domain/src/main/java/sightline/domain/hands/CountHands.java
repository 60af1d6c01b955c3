package sightline.domain.hands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;

/**
 * Counts the worker's hands in a frame. Each place the hand detector names is a hand or not, each on its own; the count is the
 * most probable of none, one, and two or more. A photograph has no neighbours and is counted by itself.
 *
 * <p>Valid for pictures in which nobody but the worker shows a hand: whose hand it is cannot be told here, and a third and fourth
 * hand count as two.
 */
public final class CountHands {
  /** Looks further away in time than this say nothing of the frame. */
  public static final long NEAR_MILLIS = 700;

  /** Mean luma, 0 to 1, under which the detector finds less than about three hands in four that it finds in good light. */
  static final double MIN_BRIGHTNESS = 0.06;

  /** Acutance under which it finds less than about three in four: a Gaussian blur of 3 to 4 pixels in a picture of 480. */
  static final double MIN_ACUTANCE = 0.15;

  /** Share of the lens under a cover from which the rest is no picture of the work. */
  static final double MAX_COVERED = 0.5;

  private CountHands() {}

  /**
   * @param frame the frame itself, its offset 0
   * @param neighbours other looks, in any order; those further away than {@link #NEAR_MILLIS} or that looked at nothing are left out
   */
  public static HandsSeen in(
      HandLook frame,
      List<HandLook> neighbours,
      Exposure exposure,
      Sharpness sharpness,
      Occlusion lens) {
    List<HandLook> near = neighbours.stream()
        .filter(look -> look.hands().looked().finds())
        .filter(look -> Math.abs(look.offsetMillis()) <= NEAR_MILLIS)
        .sorted(Comparator.comparingLong((HandLook look) -> Math.abs(look.offsetMillis()))
            .thenComparingLong(HandLook::offsetMillis))
        .toList();
    HandsSeen seen = switch (frame.hands().looked()) {
      case NOT_SCHEDULED -> borrowed(near);
      case NOT_AT_ALL -> HandsSeen.unassessed(Unassessed.MODEL_MISSING);
      case FAILED -> HandsSeen.unassessed(Unassessed.DETECTOR_FAILED);
      case WITH_MODEL, WITH_STAND_IN, TOO_DARK, TOO_BLURRED, NOT_JUDGED -> counted(frame, near);
    };
    Unassessed blind = blind(frame, exposure, sharpness, lens);
    // two hands found are two hands, however bad the light: only what was not found is in doubt
    boolean mayMiss = seen.count().assessed() && seen.count().orThrow() < 2;
    return blind != null && mayMiss ? HandsSeen.unassessed(blind) : seen;
  }

  private static @Nullable Unassessed blind(
      HandLook frame, Exposure exposure, Sharpness sharpness, Occlusion lens) {
    if (above(lens.share(), MAX_COVERED)) {
      return Unassessed.COVERED;
    }
    return switch (frame.hands().looked()) {
      case TOO_DARK -> Unassessed.TOO_DARK;
      case TOO_BLURRED -> Unassessed.TOO_BLURRED;
      default ->
        below(exposure.brightness(), MIN_BRIGHTNESS)
            ? Unassessed.TOO_DARK
            : below(sharpness.acutance(), MIN_ACUTANCE) ? Unassessed.TOO_BLURRED : null;
    };
  }

  private static boolean above(Measure measure, double limit) {
    return measure.assessed() && measure.orThrow() > limit;
  }

  private static boolean below(Measure measure, double limit) {
    return measure.assessed() && measure.orThrow() < limit;
  }

  private static HandsSeen borrowed(List<HandLook> near) {
    if (near.isEmpty()) {
      return HandsSeen.unassessed(Unassessed.NOT_SCHEDULED);
    }
    HandsSeen nearest = counted(near.get(0), List.of());
    return new HandsSeen(
        nearest.count(),
        nearest.probability(),
        List.of(),
        List.of(),
        List.of(HandEvidence.COUNTED_BY_A_NEIGHBOUR));
  }

  private static HandsSeen counted(HandLook frame, List<HandLook> near) {
    List<SeenHand> places = HandBelief.of(frame, near);
    double[] chances = chances(places);
    int count = 0;
    for (int hands = 1; hands < chances.length; hands++) {
      count = chances[hands] > chances[count] ? hands : count;
    }
    List<SeenHand> hands = places.subList(0, count);
    Optional<HandLook> before =
        near.stream().filter(look -> look.offsetMillis() < 0).findFirst();
    Departures gone = before
        .map(look -> Departures.between(HandBelief.of(look, List.of()), hands, frame))
        .orElseGet(Departures::none);
    List<HandEvidence> because = new ArrayList<>(gone.because());
    hands.forEach(hand -> because.addAll(hand.because()));
    if (Departures.armWithoutAHand(hands, frame)) {
      because.add(HandEvidence.ARM_WITHOUT_A_HAND);
    }
    return new HandsSeen(
        Measure.of(count), Measure.of(chances[count]), hands, gone.leftBy(), because);
  }

  /** Of none, one, and two or more hands: the distribution of a sum of independent trials, the rest of its tail put together. */
  private static double[] chances(List<SeenHand> places) {
    double none = 1;
    double one = 0;
    double two = 0;
    for (SeenHand place : places) {
      double hand = place.probability();
      two += one * hand;
      one = one * (1 - hand) + none * hand;
      none *= 1 - hand;
    }
    return new double[] {none, one, two};
  }
}
