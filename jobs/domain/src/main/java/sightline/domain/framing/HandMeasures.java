package sightline.domain.framing;

import java.util.List;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

/**
 * Where the hands lie, as numbers; see {@link Framing} for their units.
 *
 * @param towards the side to which the hands lie off the safe area's centre; WHOLE where there are none
 * @param cutBy the edge that cuts the most hands; WHOLE where none does
 */
record HandMeasures(
    Measure inSafeArea,
    Measure size,
    Measure cutOff,
    Measure offCentre,
    Measure missing,
    Edge towards,
    Edge cutBy) {

  static HandMeasures of(HandsInView seen, FramingSpec spec, double margin) {
    if (seen.unassessed() != null) {
      return without(seen.unassessed(), Measure.unassessed(seen.unassessed()));
    }
    if (spec.hands() == 0) {
      return without(Unassessed.NOT_IN_TASK, Measure.unassessed(Unassessed.NOT_IN_TASK));
    }
    Measure missing =
        rounded((double) Math.max(0, spec.hands() - seen.hands().size()) / spec.hands());
    return seen.hands().isEmpty()
        ? without(Unassessed.NOTHING_TO_MEASURE, missing)
        : measured(seen, spec, margin, missing);
  }

  private static HandMeasures without(Unassessed because, Measure missing) {
    Measure none = Measure.unassessed(because);
    return new HandMeasures(none, none, none, none, missing, Edge.WHOLE, Edge.WHOLE);
  }

  private static HandMeasures measured(
      HandsInView seen, FramingSpec spec, double margin, Measure missing) {
    List<Area> hands = seen.hands();
    Area safe = spec.safe();
    double all = 0;
    double inside = 0;
    double x = 0;
    double y = 0;
    double largest = 0;
    for (Area hand : hands) {
      all += hand.size();
      inside += hand.size() * hand.shareIn(safe);
      x += hand.size() * hand.centreX();
      y += hand.size() * hand.centreY();
      largest = Math.max(largest, hand.size());
    }
    double right = (x / all - safe.centreX()) / ((safe.right() - safe.left()) / 2);
    double down = (y / all - safe.centreY()) / ((safe.bottom() - safe.top()) / 2);
    long cut = hands.stream().filter(hand -> hand.touchesEdge(margin)).count();
    return new HandMeasures(
        rounded(inside / all),
        rounded(Math.sqrt(largest * seen.aspect())),
        rounded((double) cut / hands.size()),
        rounded(Math.hypot(right, down)),
        missing,
        side(right, down),
        cutBy(hands, margin));
  }

  private static Edge side(double right, double down) {
    if (Math.abs(right) > Math.abs(down)) {
      return right > 0 ? Edge.RIGHT : Edge.LEFT;
    }
    return down > 0 ? Edge.BOTTOM : Edge.TOP;
  }

  private static Edge cutBy(List<Area> hands, double margin) {
    long[] cuts = {
      hands.stream().filter(hand -> hand.bottom() >= 1 - margin).count(),
      hands.stream().filter(hand -> hand.left() <= margin).count(),
      hands.stream().filter(hand -> hand.right() >= 1 - margin).count(),
      hands.stream().filter(hand -> hand.top() <= margin).count(),
    };
    Edge[] edges = {Edge.BOTTOM, Edge.LEFT, Edge.RIGHT, Edge.TOP};
    int most = 0;
    for (int i = 1; i < cuts.length; i++) {
      most = cuts[i] > cuts[most] ? i : most;
    }
    return cuts[most] == 0 ? Edge.WHOLE : edges[most];
  }

  private static Measure rounded(double value) {
    return Measure.of(Math.round(value * 1e4) / 1e4);
  }
}
