package sightline.app.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How much of a box a set of rectangles covers, exactly: overlaps count once. */
final class Coverage {
  private Coverage() {}

  /** Share of the box that lies in the union of the rectangles, 0 to 1. */
  static double of(Rect box, Collection<Rect> covers) {
    return Math.min(1, area(box, covers) / box.area());
  }

  /**
   * Area of the union of the rectangles within the box: their edges cut it into strips, and each strip is as much covered as
   * the union of the intervals that cross it.
   */
  static double area(Rect box, Collection<Rect> covers) {
    List<Rect> inside =
        covers.stream().map(box::within).flatMap(Optional::stream).toList();
    double[] cuts = inside.stream()
        .flatMapToDouble(rect -> java.util.stream.DoubleStream.of(rect.x(), rect.right()))
        .sorted()
        .distinct()
        .toArray();
    double area = 0;
    for (int at = 0; at + 1 < cuts.length; at++) {
      double middle = (cuts[at] + cuts[at + 1]) / 2;
      area += (cuts[at + 1] - cuts[at]) * height(inside, middle);
    }
    return area;
  }

  private static double height(List<Rect> rects, double x) {
    List<Rect> crossing = rects.stream()
        .filter(rect -> rect.x() <= x && x <= rect.right())
        .sorted(java.util.Comparator.comparingDouble(Rect::y))
        .toList();
    double height = 0;
    double reached = Double.NEGATIVE_INFINITY;
    for (Rect rect : crossing) {
      height += Math.max(0, rect.bottom() - Math.max(reached, rect.y()));
      reached = Math.max(reached, rect.bottom());
    }
    return height;
  }
}
