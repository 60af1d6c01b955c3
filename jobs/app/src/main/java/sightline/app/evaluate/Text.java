package sightline.app.evaluate;

import java.util.Locale;

/** Figures in words, the same in every country. */
final class Text {
  private Text() {}

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }

  static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  static String interval(Interval interval) {
    return percent(interval.low()) + " to " + percent(interval.high());
  }

  /** Such as "81/82, 98.78% (93.41% to 99.78%)", with what was withheld. */
  static String row(Rates.Row row) {
    String withheld = row.withheld() == 0 ? "" : ", %d withheld".formatted(row.withheld());
    return row.n() == 0
        ? "0/0" + withheld
        : "%d/%d, %s (%s)%s"
            .formatted(row.k(), row.n(), percent(row.rate()), interval(row.interval()), withheld);
  }

  static String estimate(Estimate estimate) {
    return "%s (%s to %s), n = %d"
        .formatted(
            share(estimate.value()), share(estimate.low()), share(estimate.high()), estimate.n());
  }
}
