package sightline.app.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import sightline.domain.review.ReviewCurve;

/**
 * Leaks against review as a drawing in SVG that needs nothing but itself: to the right more frames in review, upwards more
 * faces left open, a band for the 95% interval, and the budget as a line to keep to the left of.
 */
final class LeakReviewPlot {
  private static final double BUDGET = 0.05;
  private static final int WIDTH = 840;
  private static final int HEIGHT = 520;
  private static final int LEFT = 88;
  private static final int RIGHT = 24;
  private static final int TOP = 84;
  private static final int BOTTOM = 76;

  /** More of the footage in review than this nobody would run. */
  private static final double WIDEST = 0.20;

  private static final List<String> COLOURS = List.of("#0b62a4", "#b3541e", "#2b7a3d");
  private static final List<Double> NAMED_CUTS = List.of(0.7, 0.75, 0.8, 0.86, 0.9, Doubts.NEVER);

  private final StringBuilder svg = new StringBuilder();
  private final double highest;

  private LeakReviewPlot(List<LeakReview.Series> series) {
    this.highest = top(series.stream()
        .flatMap(line -> line.curve().points().stream())
        .mapToDouble(ReviewCurve.Point::leak)
        .max()
        .orElse(0));
  }

  static String of(List<LeakReview.Series> series) {
    LeakReviewPlot plot = new LeakReviewPlot(series);
    plot.frame(series);
    for (int at = 0; at < series.size(); at++) {
      plot.line(series.get(at), COLOURS.get(at % COLOURS.size()), at);
    }
    return plot.svg.append("</svg>\n").toString();
  }

  /** A round number well above, in steps that can be labelled; what of a band is higher is cut off. */
  private static double top(double value) {
    for (double top : new double[] {0.002, 0.004, 0.01, 0.02, 0.04, 0.1, 0.2, 0.4}) {
      if (1.3 * value <= top) {
        return top;
      }
    }
    return 1;
  }

  private static double x(double share) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.min(WIDEST, share) / WIDEST;
  }

  private double y(double share) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share / highest;
  }

  private void frame(List<LeakReview.Series> series) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\" font-size=\"14\" fill=\"#222\">",
        WIDTH, HEIGHT);
    add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, HEIGHT);
    text(
        LEFT,
        28,
        "start",
        "font-size=\"18\" font-weight=\"600\"",
        "What review saves: faces left open against frames sent to people");
    for (int step = 0; step <= 4; step++) {
      double share = highest * step / 4;
      rule(LEFT, y(share), WIDTH - RIGHT, y(share), "#e2e0da", "");
      text(LEFT - 8, y(share) + 5, "end", "", percent(share));
      double across = WIDEST * step / 4;
      rule(x(across), y(0), x(across), y(0) + 5, "#222", "");
      text(x(across), y(0) + 21, "middle", "", percent(across));
    }
    rule(LEFT, y(0), WIDTH - RIGHT, y(0), "#222", "");
    rule(LEFT, y(0), LEFT, TOP, "#222", "");
    rule(x(BUDGET), y(0), x(BUDGET), TOP, "#a11", "stroke-dasharray=\"6 4\" stroke-width=\"1.5\"");
    text(x(BUDGET) + 6, TOP + 14, "start", "fill=\"#a11\"", "budget: 5% of frames");
    text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 34, "middle", "", axis(series));
    text(
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 14,
        "middle",
        "fill=\"#666\" font-size=\"12\"",
        "along a line the cut on doubt falls from left to right; numbers beside points are cuts; bands are 95% intervals");
    add(
        "<text transform=\"translate(20 %.1f) rotate(-90)\" text-anchor=\"middle\">faces of 24 px and more left open (%%)</text>",
        (TOP + HEIGHT - BOTTOM) / 2.0);
  }

  private static String axis(List<LeakReview.Series> series) {
    long frames = series.isEmpty() ? 0 : series.get(0).curve().points().get(0).frames();
    return String.format(
        Locale.ROOT,
        "frames sent to review, of clean first-person footage (%%; %s, n = %,d)",
        LeakReview.CLEAN,
        frames);
  }

  private void line(LeakReview.Series series, String colour, int number) {
    List<ReviewCurve.Point> points = series.curve().points().stream()
        .filter(point -> point.review() <= WIDEST)
        .toList();
    StringBuilder band = new StringBuilder();
    points.forEach(point -> band.append(place(point, ReviewCurve.Point::leakAtMost)));
    for (int at = points.size() - 1; at >= 0; at--) {
      band.append(place(points.get(at), ReviewCurve.Point::leakAtLeast));
    }
    add("<polygon points=\"%s\" fill=\"%s\" opacity=\"0.14\"/>", band, colour);
    StringBuilder way = new StringBuilder();
    points.forEach(point -> way.append(place(point, ReviewCurve.Point::leak)));
    add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"/>", way, colour);
    points.stream().filter(LeakReviewPlot::named).forEach(point -> {
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>",
          x(point.review()), y(point.leak()), colour);
      String cut = point.cut() > 1 ? "no review" : String.format(Locale.ROOT, "%.2f", point.cut());
      // of two lines that lie close one has its numbers on the left
      boolean left = number % 2 == 1 && point.cut() <= 1;
      text(
          x(point.review()) + (left ? -7 : 7),
          y(point.leak()) - 7,
          left ? "end" : "start",
          "font-size=\"12\" fill=\"" + colour + "\"",
          cut);
    });
    long faces = points.isEmpty() ? 0 : points.get(0).faces();
    int from = LEFT + number * 240;
    rule(from, 54, from + 26, 54, colour, "stroke-width=\"4\"");
    text(
        from + 34,
        59,
        "start",
        "",
        String.format(Locale.ROOT, "%s (n = %,d)", series.name(), faces));
  }

  /** Where nothing is left open, one cut is as good as another. */
  private static boolean named(ReviewCurve.Point point) {
    return NAMED_CUTS.contains(point.cut()) && (point.leaked() > 0 || point.cut() > 1);
  }

  private String place(ReviewCurve.Point point, ToDoubleFunction<ReviewCurve.Point> share) {
    return String.format(
        Locale.ROOT, "%.1f,%.1f ", x(point.review()), Math.max(TOP, y(share.applyAsDouble(point))));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share).replaceFirst("\\.?0+$", "") + "%";
  }

  private void rule(double fromX, double fromY, double toX, double toY, String colour, String how) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" %s/>",
        fromX, fromY, toX, toY, colour, how);
  }

  private void text(double atX, double atY, String anchor, String how, String says) {
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>", atX, atY, anchor, how, says);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
