package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came out of one question: proportions with their groups, other figures, confusions, and the worst misses. */
final class Answer {
  private static final int MISSES_KEPT = 200;

  private final String id;
  private final String title;
  private final Map<String, Rates> rates = new LinkedHashMap<>();
  private final Map<String, Confusion> confusions = new LinkedHashMap<>();
  private final List<Estimate> estimates = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final List<Miss> misses = new ArrayList<>();

  Answer(String id, String title) {
    this.id = id;
    this.title = title;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** The proportion of that name, made on first use. */
  Rates rates(String name) {
    return rates.computeIfAbsent(name, none -> new Rates());
  }

  Map<String, Rates> rates() {
    return rates;
  }

  Confusion confusion(String name, List<String> truths, List<String> sayings) {
    return confusions.computeIfAbsent(name, none -> new Confusion(truths, sayings));
  }

  Map<String, Confusion> confusions() {
    return confusions;
  }

  void estimate(Estimate estimate) {
    estimates.add(estimate);
  }

  List<Estimate> estimates() {
    return estimates;
  }

  void note(String note) {
    notes.add(note);
  }

  Set<String> notes() {
    return notes;
  }

  void miss(Miss miss) {
    misses.add(miss);
  }

  /** The worst first; ties by place, so that two runs show the same. */
  List<Miss> worst(int most) {
    return misses.stream()
        .sorted(Comparator.comparingDouble(Miss::severity)
            .reversed()
            .thenComparing(Miss::set)
            .thenComparing(Miss::session)
            .thenComparingInt(Miss::frame))
        .limit(most)
        .toList();
  }

  /** Whether there was nothing to ask about. */
  boolean isEmpty() {
    return rates.values().stream().allMatch(Rates::isEmpty)
        && confusions.isEmpty()
        && estimates.isEmpty();
  }

  /** Adds another set's counts; figures that are no counts stand beside each other. */
  void add(Answer other) {
    other.rates.forEach((name, rows) -> rates(name).add(rows));
    other.confusions.forEach(
        (name, counts) -> confusion(name, counts.truths(), counts.sayings()).add(counts));
    estimates.addAll(other.estimates);
    notes.addAll(other.notes);
    misses.addAll(other.misses);
  }

  ObjectNode write(ObjectNode into) {
    into.put("id", id).put("title", title);
    ObjectNode proportions = into.putObject("rates");
    rates.forEach((name, rows) -> rows.write(proportions.putArray(name)));
    ObjectNode tables = into.putObject("confusions");
    confusions.forEach((name, table) -> table.write(tables.putObject(name)));
    ArrayNode others = into.putArray("estimates");
    estimates.forEach(estimate -> others
        .addObject()
        .put("name", estimate.name())
        .put("by", estimate.group().by())
        .put("value", estimate.group().value())
        .put("estimate", Numbers.rounded(estimate.value()))
        .put("low", Numbers.rounded(estimate.low()))
        .put("high", Numbers.rounded(estimate.high()))
        .put("n", estimate.n())
        .put("how", estimate.how()));
    notes.forEach(into.putArray("notes")::add);
    into.put("missed", misses.size());
    ArrayNode worst = into.putArray("misses");
    worst(MISSES_KEPT)
        .forEach(miss -> worst
            .addObject()
            .put("set", miss.set())
            .put("session", miss.session())
            .put("frame", miss.frame())
            .put("severity", Numbers.rounded(miss.severity()))
            .put("says", miss.says()));
    return into;
  }

  static Answer read(JsonNode node) {
    Answer answer = new Answer(node.path("id").asText(), node.path("title").asText());
    node.path("rates")
        .properties()
        .forEach(entry -> answer.rates(entry.getKey()).add(Rates.read(entry.getValue())));
    node.path("confusions")
        .properties()
        .forEach(entry -> answer.confusions.put(entry.getKey(), Confusion.read(entry.getValue())));
    node.path("estimates")
        .forEach(line -> answer.estimates.add(new Estimate(
            line.path("name").asText(),
            new Group(line.path("by").asText(), line.path("value").asText()),
            line.path("estimate").asDouble(),
            line.path("low").asDouble(),
            line.path("high").asDouble(),
            line.path("n").asLong(),
            line.path("how").asText())));
    node.path("notes").forEach(note -> answer.notes.add(note.asText()));
    node.path("misses")
        .forEach(miss -> answer.misses.add(new Miss(
            miss.path("set").asText(),
            miss.path("session").asText(),
            miss.path("frame").asInt(),
            miss.path("severity").asDouble(),
            miss.path("says").asText())));
    return answer;
  }
}
