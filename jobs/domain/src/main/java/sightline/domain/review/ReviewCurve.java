package sightline.domain.review;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a bound on doubt costs and saves, as measured: a frame whose doubt reaches the cut goes to review. The higher the cut,
 * the fewer frames people are asked to look at, and the more faces stay open.
 *
 * @param points by cut, ascending; at least one
 */
public record ReviewCurve(List<Point> points) {
  /** The two-sided 95% point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  public ReviewCurve {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a curve has points");
    }
    for (int at = 1; at < points.size(); at++) {
      follows(points.get(at - 1), points.get(at));
    }
  }

  private static void follows(Point lower, Point higher) {
    if (!(lower.cut() < higher.cut())
        || lower.frames() != higher.frames()
        || lower.faces() != higher.faces()
        || lower.reviewed() < higher.reviewed()
        || lower.leaked() > higher.leaked()) {
      throw new IllegalArgumentException(
          "along a curve cuts rise, fewer frames are reviewed and more faces leak, of the same ones: %s, then %s"
              .formatted(lower, higher));
    }
  }

  /**
   * What one cut comes to.
   *
   * @param cut above 0; above 1 no frame goes to review
   * @param reviewed clean frames whose doubt reaches the cut: of those that are not withheld for another reason
   * @param frames clean frames in all, nobody but the wearer in any of them; above 0
   * @param leaked labelled faces below 80% covered in frames that are neither withheld nor in review
   * @param faces labelled faces in all; above 0
   */
  public record Point(double cut, long reviewed, long frames, long leaked, long faces) {
    public Point {
      if (!(cut > 0) || !share(reviewed, frames) || !share(leaked, faces)) {
        throw new IllegalArgumentException("at cut %s: %s of %s frames, %s of %s faces"
            .formatted(cut, reviewed, frames, leaked, faces));
      }
    }

    private static boolean share(long k, long n) {
      return k >= 0 && n > 0 && k <= n;
    }

    /** Share of clean frames in review, 0 to 1. */
    public double review() {
      return (double) reviewed / frames;
    }

    /**
     * The upper end of Wilson's 95% interval around it (E. B. Wilson, JASA 22, 1927). It takes frames for independent, which those
     * of one clip are not: with few clips the true bound is wider.
     */
    public double reviewAtMost() {
      return atMost(reviewed, frames);
    }

    /** Share of labelled faces that stay open, 0 to 1. */
    public double leak() {
      return (double) leaked / faces;
    }

    public double leakAtLeast() {
      return 1 - atMost(faces - leaked, faces);
    }

    public double leakAtMost() {
      return atMost(leaked, faces);
    }

    private static double atMost(long k, long n) {
      double share = (double) k / n;
      double z2 = Z * Z;
      double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
      double half = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
      return Math.min(1, middle + half);
    }
  }

  /**
   * The lowest cut that keeps within a budget: the one that saves most faces of those that people can be asked to afford.
   *
   * @param budget share of clean frames that may go to review, 0 to 1, by the upper end of its interval
   * @return empty where no cut keeps within it, as so few frames were measured that not even none is surely few enough
   */
  public OptionalDouble cutFor(double budget) {
    if (!(budget >= 0 && budget <= 1)) {
      throw new IllegalArgumentException("a budget is a share, got %s".formatted(budget));
    }
    return points.stream()
        .filter(point -> point.reviewAtMost() <= budget)
        .mapToDouble(Point::cut)
        .findFirst();
  }
}
