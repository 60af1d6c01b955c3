package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import sightline.domain.leak.Coverage.Extent;

/**
 * A box of a label or of a region, in pixels of the stored raster, top-left origin.
 *
 * @param w above 0
 * @param h above 0
 */
record Rect(double x, double y, double w, double h) {
  Rect {
    if (!(w > 0 && h > 0)) {
      throw new IllegalArgumentException("a box needs area, got %s x %s".formatted(w, h));
    }
  }

  /**
   * @throws IllegalArgumentException where a number is missing or there is no area
   */
  static Rect of(JsonNode box) {
    return new Rect(number(box, "x"), number(box, "y"), number(box, "w"), number(box, "h"));
  }

  double right() {
    return x + w;
  }

  double bottom() {
    return y + h;
  }

  double area() {
    return w * h;
  }

  Extent extent() {
    return new Extent(x, y, right(), bottom());
  }

  /** What both have in common; empty where they do not overlap. */
  Optional<Rect> within(Rect other) {
    double left = Math.max(x, other.x);
    double top = Math.max(y, other.y);
    double width = Math.min(right(), other.right()) - left;
    double height = Math.min(bottom(), other.bottom()) - top;
    return width > 0 && height > 0
        ? Optional.of(new Rect(left, top, width, height))
        : Optional.empty();
  }

  private static double number(JsonNode box, String name) {
    JsonNode value = box.path(name);
    if (!value.isNumber()) {
      throw new IllegalArgumentException("a box has a number %s".formatted(name));
    }
    return value.asDouble();
  }
}
