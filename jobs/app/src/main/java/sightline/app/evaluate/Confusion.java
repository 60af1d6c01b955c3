package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What is true against what was said. Rows are truths, columns are sayings, which may be more ("not assessed"). */
final class Confusion {
  private final List<String> truths;
  private final List<String> sayings;
  private final long[][] counts;

  Confusion(List<String> truths, List<String> sayings) {
    this.truths = List.copyOf(truths);
    this.sayings = List.copyOf(sayings);
    this.counts = new long[truths.size()][sayings.size()];
  }

  void count(String truth, String said) {
    int row = truths.indexOf(truth);
    int column = sayings.indexOf(said);
    if (row < 0 || column < 0) {
      throw new IllegalArgumentException("%s said of %s has no place".formatted(said, truth));
    }
    counts[row][column]++;
  }

  List<String> truths() {
    return truths;
  }

  List<String> sayings() {
    return sayings;
  }

  long at(int row, int column) {
    return counts[row][column];
  }

  long total(int row) {
    return java.util.Arrays.stream(counts[row]).sum();
  }

  /** Mean over the truths that occur of the share that was said rightly; NaN where none occurs. */
  double macroRecall() {
    double sum = 0;
    int classes = 0;
    for (int row = 0; row < truths.size(); row++) {
      int right = sayings.indexOf(truths.get(row));
      if (total(row) > 0 && right >= 0) {
        sum += (double) counts[row][right] / total(row);
        classes++;
      }
    }
    return classes == 0 ? Double.NaN : sum / classes;
  }

  void add(Confusion other) {
    if (!truths.equals(other.truths) || !sayings.equals(other.sayings)) {
      throw new IllegalArgumentException("two confusions of different things");
    }
    for (int row = 0; row < truths.size(); row++) {
      for (int column = 0; column < sayings.size(); column++) {
        counts[row][column] += other.counts[row][column];
      }
    }
  }

  void write(ObjectNode into) {
    truths.forEach(into.putArray("truths")::add);
    sayings.forEach(into.putArray("sayings")::add);
    ArrayNode rows = into.putArray("counts");
    for (long[] row : counts) {
      ArrayNode list = rows.addArray();
      java.util.Arrays.stream(row).forEach(list::add);
    }
  }

  static Confusion read(JsonNode node) {
    Confusion confusion = new Confusion(words(node.path("truths")), words(node.path("sayings")));
    for (int row = 0; row < confusion.truths.size(); row++) {
      for (int column = 0; column < confusion.sayings.size(); column++) {
        confusion.counts[row][column] =
            node.path("counts").path(row).path(column).asLong();
      }
    }
    return confusion;
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }
}
