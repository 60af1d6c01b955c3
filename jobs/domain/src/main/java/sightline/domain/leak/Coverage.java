package sightline.domain.leak;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** How much of a rectangle a set of others covers, exactly: overlaps count once. The one meaning of "covered" for labelled and found faces. */
public final class Coverage {
  /** A face of which less than this share is covered leaks. */
  public static final double LEAK = 0.80;

  private Coverage() {}

  /**
   * A rectangle by its edges, in pixels of the stored raster.
   *
   * @param right above {@code left}
   * @param bottom above {@code top}
   */
  public record Extent(double left, double top, double right, double bottom) {
    public Extent {
      if (!(right > left && bottom > top)) {
        throw new IllegalArgumentException(
            "an extent has area, got %s,%s to %s,%s".formatted(left, top, right, bottom));
      }
    }

    /** What both have in common; empty where they do not overlap. */
    public Optional<Extent> within(Extent other) {
      double from = Math.max(left, other.left);
      double to = Math.min(right, other.right);
      double above = Math.max(top, other.top);
      double below = Math.min(bottom, other.bottom);
      return to > from && below > above
          ? Optional.of(new Extent(from, above, to, below))
          : Optional.empty();
    }

    double area() {
      return (right - left) * (bottom - top);
    }
  }

  /** Share of the box that lies in the union of the rectangles, 0 to 1. */
  public static double of(Extent box, Collection<Extent> covers) {
    return Math.min(1, area(box, covers) / box.area());
  }

  /**
   * Area of the union of the rectangles within the box: their edges cut it into strips, and each strip is as much covered as
   * the union of the intervals that cross it.
   */
  public static double area(Extent box, Collection<Extent> covers) {
    List<Extent> inside = covers.stream()
        .map(box::within)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingDouble(Extent::top))
        .toList();
    double[] cuts = inside.stream()
        .flatMapToDouble(cover -> DoubleStream.of(cover.left(), cover.right()))
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

  /**
   * @param fromTheTop by their upper edges
   */
  private static double height(List<Extent> fromTheTop, double x) {
    double height = 0;
    double reached = Double.NEGATIVE_INFINITY;
    for (Extent cover : fromTheTop) {
      if (cover.left() <= x && x <= cover.right()) {
        height += Math.max(0, cover.bottom() - Math.max(reached, cover.top()));
        reached = Math.max(reached, cover.bottom());
      }
    }
    return height;
  }
}
