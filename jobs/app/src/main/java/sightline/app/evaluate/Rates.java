package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One yes-or-no question counted over everything, and over groups of it. */
final class Rates {
  /** The group that everything is in. */
  static final Group ALL = new Group("all", "all");

  private static final Comparator<Group> ORDER = Comparator.comparingInt(
          (Group group) -> group.by().equals("all") ? 0 : group.by().equals("size") ? 1 : 2)
      .thenComparing(Group::by)
      .thenComparingDouble(group -> leadingNumber(group.value()))
      .thenComparing(Group::value);

  private final Map<Group, long[]> counts = new HashMap<>();

  /**
   * A row.
   *
   * @param k times yes
   * @param n times asked, withheld frames left out
   * @param withheld times not asked because nobody sees the frame
   */
  record Row(Group group, long k, long n, long withheld) {
    double rate() {
      return (double) k / n;
    }

    Interval interval() {
      return Interval.wilson(k, n);
    }
  }

  /** How one item came out. */
  enum Outcome {
    YES,
    NO,
    WITHHELD;

    static Outcome of(boolean yes) {
      return yes ? YES : NO;
    }
  }

  /** Counts one item in everything and in each of its groups. */
  void count(Outcome outcome, Collection<Group> groups) {
    add(ALL, outcome);
    groups.stream().distinct().forEach(group -> add(group, outcome));
  }

  /** Counts one item in one group alone. */
  void count(Outcome outcome, Group group) {
    add(group, outcome);
  }

  private void add(Group group, Outcome outcome) {
    add(
        group,
        outcome == Outcome.YES ? 1 : 0,
        outcome == Outcome.WITHHELD ? 0 : 1,
        outcome == Outcome.WITHHELD ? 1 : 0);
  }

  private void add(Group group, long k, long n, long withheld) {
    long[] count = counts.computeIfAbsent(group, none -> new long[3]);
    count[0] += k;
    count[1] += n;
    count[2] += withheld;
  }

  void add(Rates other) {
    other.rows().forEach(row -> add(row.group(), row.k(), row.n(), row.withheld()));
  }

  /** Everything first, then the groups in a fixed order. */
  List<Row> rows() {
    return counts.keySet().stream().sorted(ORDER).map(this::row).toList();
  }

  Row row(Group group) {
    long[] count = counts.getOrDefault(group, new long[3]);
    return new Row(group, count[0], count[1], count[2]);
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  void write(ArrayNode into) {
    for (Row row : rows()) {
      ObjectNode node = into.addObject()
          .put("by", row.group().by())
          .put("value", row.group().value())
          .put("k", row.k())
          .put("n", row.n())
          .put("withheld", row.withheld());
      if (row.n() > 0) {
        node.put("rate", Numbers.rounded(row.rate()))
            .put("low", Numbers.rounded(row.interval().low()))
            .put("high", Numbers.rounded(row.interval().high()));
      } else {
        node.putNull("rate").putNull("low").putNull("high");
      }
    }
  }

  static Rates read(JsonNode rows) {
    Rates rates = new Rates();
    rows.forEach(row -> rates.add(
        new Group(row.path("by").asText(), row.path("value").asText()),
        row.path("k").asLong(),
        row.path("n").asLong(),
        row.path("withheld").asLong()));
    return rates;
  }

  private static double leadingNumber(String value) {
    String digits = value.replaceFirst("^[<>= ]*([0-9.]*).*$", "$1");
    double number =
        digits.isEmpty() || digits.equals(".") ? Double.MAX_VALUE : Double.parseDouble(digits);
    return value.startsWith("<")
        ? number - 1e-9 - number / 2
        : value.startsWith(">") ? number + 1e-9 : number;
  }
}
