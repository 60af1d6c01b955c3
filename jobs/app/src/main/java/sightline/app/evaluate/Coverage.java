package sightline.app.evaluate;

import java.util.Collection;

/** How much of a box a set of rectangles covers, as {@link sightline.domain.leak.Coverage} tells it. */
final class Coverage {
  private Coverage() {}

  /** Share of the box that lies in the union of the rectangles, 0 to 1. */
  static double of(Rect box, Collection<Rect> covers) {
    return sightline.domain.leak.Coverage.of(
        box.extent(), covers.stream().map(Rect::extent).toList());
  }

  /** Area of the union of the rectangles within the box. */
  static double area(Rect box, Collection<Rect> covers) {
    return sightline.domain.leak.Coverage.area(
        box.extent(), covers.stream().map(Rect::extent).toList());
  }
}
