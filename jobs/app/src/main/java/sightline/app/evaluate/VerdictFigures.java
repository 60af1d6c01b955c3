package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightline.domain.verdict.Verdict;

/**
 * Verdicts held against clips that were spoilt on purpose. A clip whose session got no verdict counts as wrong in every figure, and so
 * does one whose clean form got none.
 *
 * <p>Right is a first reason that is the expected one or another name of the same fault. Turned is a verdict that is milder for the
 * clean clip than for the spoilt one; clips whose verdict is ACCEPT have nothing to turn and are left out, as their missing reason
 * is counted already. Rates of ways are over all of their strengths and extents.
 */
final class VerdictFigures {
  static final String FILE = "verdicts.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * How often something held.
   *
   * @param k 0 to n
   */
  record Rate(int k, int n) {
    Rate and(boolean held) {
      return new Rate(k + (held ? 1 : 0), n + 1);
    }

    /** As k/n with Wilson's 95% interval, or that there was nothing. */
    String words() {
      return n == 0
          ? "nothing to count"
          : "%d/%d, %s".formatted(k, n, Text.interval(Interval.wilson(k, n)));
    }
  }

  /** A spoilt clip and what was said of it; null where nothing was. */
  record Judged(
      JsonNode label, @Nullable JsonNode verdict, @Nullable JsonNode undone) {
    JsonNode degraded() {
      return label.path("degraded");
    }

    String way() {
      return degraded().path("way").asText();
    }

    /** Code of the first reason; empty where there is none. */
    String first() {
      return verdict == null ? "" : verdict.path("reasons").path(0).path("code").asText();
    }

    boolean right() {
      if (first().equals(degraded().path("first").asText())) {
        return true;
      }
      for (JsonNode alike : degraded().path("alike")) {
        if (first().equals(alike.asText())) {
          return true;
        }
      }
      return false;
    }

    boolean rejected() {
      return given() == Verdict.REJECT;
    }

    /** Whether there was anything that the change could have turned. */
    boolean turnable() {
      return given() != Verdict.ACCEPT;
    }

    boolean turned() {
      Verdict given = given();
      return given != null
          && undone != null
          && Verdict.valueOf(undone.path("verdict").asText()).compareTo(given) < 0;
    }

    private @Nullable Verdict given() {
      return verdict == null ? null : Verdict.valueOf(verdict.path("verdict").asText());
    }
  }

  private final List<Judged> judged;

  private VerdictFigures(List<Judged> judged) {
    this.judged = judged;
  }

  /**
   * @param labels lines of annotations.jsonl; those without {@code degraded}, and the clean clips, are asked nothing
   * @param verdicts lines of verdicts.jsonl; of a session's the highest revision counts
   * @param split the half of the clips that is counted, {@code tune} or {@code report}
   */
  static VerdictFigures of(List<JsonNode> labels, List<JsonNode> verdicts, String split) {
    Map<String, JsonNode> last = new HashMap<>();
    for (JsonNode verdict : verdicts) {
      last.merge(
          verdict.path("session").asText(),
          verdict,
          (one, other) ->
              one.path("revision").asInt() > other.path("revision").asInt() ? one : other);
    }
    List<Judged> judged = new ArrayList<>();
    for (JsonNode label : labels) {
      JsonNode degraded = label.path("degraded");
      if (degraded.has("first") && label.path("split").asText().equals(split)) {
        judged.add(new Judged(
            label,
            last.get(label.path("file").asText()),
            last.get(degraded.path("undone").asText())));
      }
    }
    return new VerdictFigures(List.copyOf(judged));
  }

  /** The lines of a file of JSON Lines. */
  static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  /** Right first reasons by way, and under {@code all}. */
  Map<String, Rate> firstReasons() {
    Map<String, Rate> rates = new TreeMap<>();
    for (Judged one : judged) {
      for (String of : List.of(one.way(), "all")) {
        rates.put(of, rates.getOrDefault(of, new Rate(0, 0)).and(one.right()));
      }
    }
    return rates;
  }

  /** Of the clips that lack resolution, light in the sensor or frames alone, those that were rejected; 0 is the aim. */
  Rate structuralRejected() {
    Rate rate = new Rate(0, 0);
    for (Judged one : judged) {
      if (List.of("low_resolution", "noisy", "slow").contains(one.way())) {
        rate = rate.and(one.rejected());
      }
    }
    return rate;
  }

  /** Of the clips with a verdict other than ACCEPT, those whose clean form got a milder one. */
  Rate turned() {
    Rate rate = new Rate(0, 0);
    for (Judged one : judged) {
      if (one.turnable()) {
        rate = rate.and(one.turned());
      }
    }
    return rate;
  }

  /** Clips whose first reason is another than expected, in the order of their files. */
  List<Judged> misses() {
    return judged.stream().filter(one -> !one.right()).toList();
  }

  /** The figures as JSON and, beside it, to read. */
  void write(Path out) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode first = root.putObject("firstReason");
    firstReasons().forEach((way, rate) -> put(first.putObject(way), rate));
    put(root.putObject("structuralRejected"), structuralRejected());
    put(root.putObject("turned"), turned());
    Files.writeString(
        out.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    Files.writeString(out.resolve("verdicts.md"), markdown());
  }

  private static void put(ObjectNode into, Rate rate) {
    into.put("k", rate.k()).put("n", rate.n());
    if (rate.n() > 0) {
      Interval interval = Interval.wilson(rate.k(), rate.n());
      into.put("low", Numbers.rounded(interval.low()))
          .put("high", Numbers.rounded(interval.high()));
    }
  }

  String markdown() {
    StringBuilder text = new StringBuilder("| spoilt | right first reason |\n| --- | --- |\n");
    firstReasons()
        .forEach((way, rate) -> text.append("| %s | %s |\n".formatted(way, rate.words())));
    text.append(
        "\nStructural and rejected: %s.\n".formatted(structuralRejected().words()));
    text.append("Turned by undoing the change: %s.\n".formatted(turned().words()));
    text.append("""

        | clip | spoilt | strength | extent | verdict | reasons | instead |
        | --- | --- | ---: | --- | --- | --- | --- |
        """);
    judged.forEach(one -> text.append(row(one)));
    return text.toString();
  }

  private static String row(Judged one) {
    List<String> reasons = new ArrayList<>();
    List<String> changes = new ArrayList<>();
    if (one.verdict() != null) {
      one.verdict()
          .path("reasons")
          .forEach(reason -> reasons.add(reason.path("code").asText()));
      one.verdict()
          .path("counterfactuals")
          .forEach(other -> changes.add("%s: %s"
              .formatted(other.path("change").asText(), other.path("instead").asText())));
    }
    return "| %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            one.label().path("clip").asText(),
            one.way(),
            one.degraded().path("strength").asText(),
            one.degraded().path("extent").asText(),
            one.verdict() == null ? "none" : one.verdict().path("verdict").asText(),
            String.join(", ", reasons),
            String.join(", ", changes));
  }
}
