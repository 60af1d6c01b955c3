package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import sightline.app.evaluate.Rates.Outcome;

/**
 * Whether faces of some groups are found less often than others under the same conditions: every identity stands in the same
 * scenes, so that what differs is the face. The largest gap between two groups is bounded by drawing identities again within
 * their groups, and set beside what shuffled groups give: the largest of several gaps is above zero by chance alone.
 */
final class Fairness implements Question {
  static final String ID = "fairness";

  private static final List<String> BY = List.of("race", "gender");

  /** One identity under one condition. */
  private record Face(String identity, Map<String, String> groups, boolean hit) {}

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Faces found by group of people, paired");
    Map<String, List<Face>> found = new TreeMap<>();
    Map<String, List<Face>> hidden = new TreeMap<>();
    for (Material.Labelled frame : material.labelled()) {
      JsonNode line = frame.truth().line();
      List<Truth.TrueBox> faces = frame.truth().boxes("face");
      if (line.path("identity").isTextual() && line.path("group").isObject() && faces.size() == 1) {
        ask(frame, faces.get(0), found, hidden, answer);
      }
    }
    found.forEach((condition, faces) -> gaps("found", condition, faces, answer));
    hidden.forEach((condition, faces) -> gaps("hidden", condition, faces, answer));
    if (!found.isEmpty()) {
      answer.note(
          "Found: half of the face covered by FACE regions; hidden: 80% covered, or the frame withheld. Groups are"
              + " annotators' impressions, not skin tone. The largest of several gaps is above zero by chance alone: 'gap_by_chance' is"
              + " what shuffled groups give, and a gap within it cannot be told from none.");
    }
    return answer;
  }

  private static void ask(
      Material.Labelled frame,
      Truth.TrueBox face,
      Map<String, List<Face>> found,
      Map<String, List<Face>> hidden,
      Answer answer) {
    JsonNode line = frame.truth().line();
    String condition = condition(line.path("conditions"));
    Map<String, String> groups = new TreeMap<>();
    BY.forEach(by -> groups.put(by, line.path("group").path(by).asText("unknown")));
    Seen seen = frame.seen();
    boolean hit = !seen.withheld() && FacesFound.found(face.rect(), seen);
    boolean safe = seen.withheld() || Coverage.of(face.rect(), seen.regions()) >= Leaks.LEAK;
    String identity = line.path("identity").asText();
    found
        .computeIfAbsent(condition, none -> new ArrayList<>())
        .add(new Face(identity, groups, hit));
    hidden
        .computeIfAbsent(condition, none -> new ArrayList<>())
        .add(new Face(identity, groups, safe));
    List<Group> cells = new ArrayList<>();
    groups.forEach((by, value) -> cells.add(new Group(by + ", " + condition, value)));
    cells.add(new Group("condition", condition));
    answer.rates("found").count(Outcome.of(hit), cells);
    answer.rates("hidden").count(Outcome.of(safe), cells);
    answer.rates("withheld").count(Outcome.of(seen.withheld()), cells);
    if (!safe) {
      answer.miss(Miss.of(frame, face.rect().h(), "%s, %s".formatted(condition, groups.values())));
    }
  }

  /** Such as "48 px dark". */
  private static String condition(JsonNode conditions) {
    String size = conditions.path("size").isNumber()
        ? "%.0f px ".formatted(conditions.path("size").asDouble())
        : "";
    return size + conditions.path("level").asText("as placed");
  }

  private static void gaps(String what, String condition, List<Face> faces, Answer answer) {
    for (String by : BY) {
      Map<String, List<Boolean>> groups = new TreeMap<>();
      faces.forEach(face -> groups
          .computeIfAbsent(String.valueOf(face.groups().get(by)), none -> new ArrayList<>())
          .add(face.hit()));
      if (groups.size() > 1) {
        gap(what, condition, by, groups, answer);
      }
    }
  }

  private static void gap(
      String what, String condition, String by, Map<String, List<Boolean>> groups, Answer answer) {
    List<boolean[]> samples = groups.values().stream().map(Fairness::array).toList();
    int n = samples.stream().mapToInt(sample -> sample.length).sum();
    double gap = gap(samples);
    Interval drawn = resampled(samples);
    boolean alike = drawn.high() == 0;
    // Where all are found, resamples never differ: the rule of three says what the smallest group
    // leaves open.
    double high = alike
        ? 3.0 / samples.stream().mapToInt(sample -> sample.length).min().orElseThrow()
        : drawn.high();
    Interval chance = shuffled(samples);
    Group cell = new Group("condition", condition);
    answer.estimate(new Estimate(
        "largest_gap_%s_by_%s".formatted(what, by),
        cell,
        gap,
        drawn.low(),
        Math.min(1, high),
        n,
        alike
            ? "no difference at all; 3/n of the smallest group"
            : "bootstrap over identities within their groups"));
    answer.estimate(new Estimate(
        "gap_by_chance_%s_by_%s".formatted(what, by),
        cell,
        chance.low(),
        0,
        chance.high(),
        n,
        "median and 95%% quantile over shuffled groups; the gap of %.4f %s"
            .formatted(gap, gap > chance.high() ? "is beyond it" : "cannot be told from none")));
  }

  /** Largest less smallest share. */
  static double gap(List<boolean[]> samples) {
    double[] shares = samples.stream().mapToDouble(Fairness::share).toArray();
    return Arrays.stream(shares).max().orElseThrow()
        - Arrays.stream(shares).min().orElseThrow();
  }

  private static Interval resampled(List<boolean[]> samples) {
    Random random = new Random(Bootstrap.SEED);
    double[] gaps = new double[Bootstrap.RESAMPLES];
    for (int round = 0; round < gaps.length; round++) {
      gaps[round] = gap(samples.stream().map(sample -> drawn(sample, random)).toList());
    }
    return Bootstrap.percentiles(gaps);
  }

  private static boolean[] drawn(boolean[] sample, Random random) {
    boolean[] drawn = new boolean[sample.length];
    for (int at = 0; at < drawn.length; at++) {
      drawn[at] = sample[random.nextInt(sample.length)];
    }
    return drawn;
  }

  /** Median and 95% quantile of the gap where groups mean nothing. */
  private static Interval shuffled(List<boolean[]> samples) {
    Random random = new Random(Bootstrap.SEED);
    List<Boolean> all = new ArrayList<>();
    samples.forEach(sample -> {
      for (boolean hit : sample) {
        all.add(hit);
      }
    });
    double[] gaps = new double[Bootstrap.RESAMPLES];
    for (int round = 0; round < gaps.length; round++) {
      Collections.shuffle(all, random);
      List<boolean[]> dealt = new ArrayList<>();
      int from = 0;
      for (boolean[] sample : samples) {
        dealt.add(array(all.subList(from, from + sample.length)));
        from += sample.length;
      }
      gaps[round] = gap(dealt);
    }
    Arrays.sort(gaps);
    return new Interval(Bootstrap.quantile(gaps, 0.5), Bootstrap.quantile(gaps, 0.95));
  }

  private static double share(boolean[] sample) {
    int hits = 0;
    for (boolean hit : sample) {
      hits += hit ? 1 : 0;
    }
    return (double) hits / sample.length;
  }

  private static boolean[] array(List<Boolean> sample) {
    boolean[] array = new boolean[sample.size()];
    for (int at = 0; at < array.length; at++) {
      array[at] = sample.get(at);
    }
    return array;
  }
}
