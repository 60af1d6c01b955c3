package sightline.domain.hands;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;

/**
 * How likely each place that the hand detector named is a hand, once the people in the frame and the neighbouring looks have had
 * their say: logistic regressions over the logit of the detector's own probability, fitted on the five clips that the README
 * beside {@code hand-windows.jsonl} names.
 */
final class HandBelief {
  /** Nearly every frame names fewer places than this, and those behind it decide nothing. */
  private static final int PLACES = 6;

  private static final double BOUND = 0.005;

  /** Share of the frame's width by which a hand's middle may stick out of the person it is on. */
  private static final double STICKS_OUT = 0.01;

  /** Sides of the hand's box by which a hand moves, and by which it grows, between neighbouring looks. */
  private static final double MOVES = 1.0;

  private static final double GROWS = 2;

  /** A look in which no such hand is counts like one that gave it this probability. */
  private static final double NOT_THERE = 0.02;

  private HandBelief() {}

  static List<SeenHand> of(HandLook frame, List<HandLook> neighbours) {
    List<SeenHand> places = new ArrayList<>();
    for (Detection palm : frame.hands().detections()) {
      if (places.size() < PLACES) {
        places.add(place(palm, frame, neighbours));
      }
    }
    places.sort((one, other) -> Double.compare(other.probability(), one.probability()));
    return places;
  }

  private static SeenHand place(Detection palm, HandLook frame, List<HandLook> neighbours) {
    double own = logit(palm.confidence());
    if (!frame.people().looked().finds()) {
      return new SeenHand(palm.box(), share(own), List.of(HandEvidence.PALM_SEEN));
    }
    double person = person(palm.box(), frame);
    double alone = 0.93 * own + 2.03 * person - 0.545;
    double sum = alone;
    if (!neighbours.isEmpty()) {
      double around = neighbours.stream()
          .mapToDouble(look -> logit(nearby(palm.box(), look)))
          .average()
          .orElseThrow();
      sum = 0.79 * own + 1.48 * person + 0.27 * around - 0.34;
    }
    return new SeenHand(palm.box(), share(sum), reasons(own, alone, sum));
  }

  private static List<HandEvidence> reasons(double own, double alone, double sum) {
    if (own >= 0) {
      return List.of(HandEvidence.PALM_SEEN);
    }
    if (alone >= 0) {
      return List.of(HandEvidence.ON_A_PERSON);
    }
    return List.of(sum >= 0 ? HandEvidence.SEEN_BEFORE_OR_AFTER : HandEvidence.PALM_SEEN);
  }

  /** The confidence of the surest person on whom a hand's middle lies, 0 where there is none. */
  private static double person(Box hand, HandLook frame) {
    double slack = STICKS_OUT * frame.width();
    double x = hand.left() + hand.width() / 2;
    double y = hand.top() + hand.height() / 2;
    return frame.people().detections().stream()
        .filter(seen -> x >= seen.box().left() - slack && x <= seen.box().right() + slack)
        .filter(seen -> y >= seen.box().top() - slack && y <= seen.box().bottom() + slack)
        .mapToDouble(Detection::confidence)
        .max()
        .orElse(0);
  }

  private static double nearby(Box hand, HandLook look) {
    return look.hands().detections().stream()
        .filter(seen -> same(hand, seen.box()))
        .mapToDouble(Detection::confidence)
        .max()
        .orElse(NOT_THERE);
  }

  /** Whether two boxes of different looks can be one hand. */
  static boolean same(Box one, Box other) {
    double larger = Math.max(one.width(), other.width());
    double smaller = Math.min(one.width(), other.width());
    double across = one.left() + one.width() / 2 - other.left() - other.width() / 2;
    double down = one.top() + one.height() / 2 - other.top() - other.height() / 2;
    return Math.hypot(across, down) < MOVES * larger && larger < GROWS * smaller;
  }

  private static double logit(double probability) {
    double bounded = Math.max(BOUND, Math.min(1 - BOUND, probability));
    return Math.log(bounded / (1 - bounded));
  }

  private static double share(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
