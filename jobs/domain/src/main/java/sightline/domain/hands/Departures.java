package sightline.domain.hands;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.quality.Edge;

/**
 * Where the hands went that the look before still had.
 *
 * @param leftBy one edge a hand that left over an edge
 * @param because one reason a hand that is gone
 */
record Departures(List<Edge> leftBy, List<HandEvidence> because) {
  /** From this probability on a hand was surely there before; less is not called gone when it is not found again. */
  private static final double SURE = 0.7;

  /** Sides of the hand's box between it and the edge from which it cannot have left over that edge within one look. */
  private static final double TOO_FAR = 0.75;

  /** A person detector's confidence from which a box may be called an arm. */
  private static final double AN_ARM = 0.3;

  /** Share of the frame's side within which a box touches its edge. */
  private static final double TOUCHES = 0.02;

  static Departures none() {
    return new Departures(List.of(), List.of());
  }

  static Departures between(List<SeenHand> before, List<SeenHand> now, HandLook frame) {
    List<SeenHand> sure =
        before.stream().filter(hand -> hand.probability() >= SURE).limit(2).toList();
    List<SeenHand> unmatched = new ArrayList<>(now);
    List<Edge> leftBy = new ArrayList<>();
    List<HandEvidence> because = new ArrayList<>();
    for (SeenHand hand : sure) {
      SeenHand again = nearest(hand, unmatched);
      if (again != null) {
        unmatched.remove(again);
      } else if (leftBy.size() + because.size() < sure.size() && now.size() < sure.size()) {
        Edge edge = edgeNear(hand.box(), frame);
        if (edge != null) {
          leftBy.add(edge);
        }
        because.add(
            edge == null ? HandEvidence.GONE_WITHIN_THE_FRAME : HandEvidence.LEFT_OVER_AN_EDGE);
      }
    }
    return new Departures(leftBy, because);
  }

  private static @Nullable SeenHand nearest(SeenHand hand, List<SeenHand> hands) {
    return hands.stream()
        .filter(now -> HandBelief.same(hand.box(), now.box()))
        .findFirst()
        .orElse(null);
  }

  /** The edge nearest to a box, null where even that is too far away. */
  private static @Nullable Edge edgeNear(Box box, HandLook frame) {
    double[] gaps = {
      box.left(), frame.width() - box.right(), box.top(), frame.height() - box.bottom()
    };
    Edge[] edges = {Edge.LEFT, Edge.RIGHT, Edge.TOP, Edge.BOTTOM};
    int nearest = 0;
    for (int i = 1; i < gaps.length; i++) {
      nearest = gaps[i] < gaps[nearest] ? i : nearest;
    }
    return gaps[nearest] <= TOO_FAR * Math.max(box.width(), box.height()) ? edges[nearest] : null;
  }

  /** Whether a part of a person reaches in from the bottom or a side and holds none of the hands. */
  static boolean armWithoutAHand(List<SeenHand> hands, HandLook frame) {
    return frame.people().detections().stream()
        .filter(person -> person.confidence() >= AN_ARM && reachesIn(person, frame))
        .anyMatch(person ->
            hands.stream().noneMatch(hand -> hand.box().intersection(person.box()) > 0));
  }

  private static boolean reachesIn(Detection person, HandLook frame) {
    Box box = person.box();
    double across = TOUCHES * frame.width();
    return box.bottom() >= frame.height() * (1 - TOUCHES)
        || box.left() <= across
        || box.right() >= frame.width() - across;
  }
}
