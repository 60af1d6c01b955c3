package sightline.domain.frame;

/**
 * A rectangle in pixels of the stored raster, top-left origin, before EXIF or {@code rotation}.
 *
 * @param left pixels from the left edge; may be negative where a detector saw past the edge
 * @param top pixels from the top edge; may be negative
 * @param width pixels, above 0
 * @param height pixels, above 0
 */
public record Box(float left, float top, float width, float height) {
  public Box {
    if (!(width > 0 && height > 0)) {
      throw new IllegalArgumentException("a box needs area, got %s x %s".formatted(width, height));
    }
    if (!Float.isFinite(left)
        || !Float.isFinite(top)
        || !Float.isFinite(width)
        || !Float.isFinite(height)) {
      throw new IllegalArgumentException(
          "a box needs finite sides, got %s,%s %s x %s".formatted(left, top, width, height));
    }
  }

  public float right() {
    return left + width;
  }

  public float bottom() {
    return top + height;
  }

  public double area() {
    return (double) width * height;
  }

  /**
   * The same place in the picture that this box's picture was scaled from.
   *
   * @param scale this picture's side over that one's, above 0
   */
  public Box unscaled(double scale) {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("a scale is above 0, got " + scale);
    }
    return new Box((float) (left / scale), (float) (top / scale), (float) (width / scale), (float)
        (height / scale));
  }

  /** The shared area of both boxes in square pixels, 0 where they do not meet. */
  public double intersection(Box other) {
    double across = Math.min(right(), other.right()) - Math.max(left, other.left);
    double down = Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
    return across > 0 && down > 0 ? across * down : 0;
  }

  /** Intersection over union, 0 to 1. */
  public double overlap(Box other) {
    double shared = intersection(other);
    return shared / (area() + other.area() - shared);
  }
}
