package sightline.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sightline.app.evaluate.Rates.Outcome;

/** How many of the worker's hands are in view: none, one or both. */
final class Hands implements Question {
  static final String ID = "hands";

  private static final List<String> TRUTHS = List.of("0", "1", "2");
  private static final String NOT_ASSESSED = "not assessed";
  private static final List<String> SAYINGS = List.of("0", "1", "2", NOT_ASSESSED);

  /** A frame's two words, and the footage it comes from: frames of one clip are no independent draws. */
  private record Judged(String truth, String said) {}

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Hands in view");
    Map<String, Map<String, List<Judged>>> sets = new TreeMap<>();
    for (Material.Labelled frame : material.labelled()) {
      if (frame.truth().line().path("hands_visible").isNumber()) {
        Judged judged = judge(frame, answer);
        sets.computeIfAbsent(frame.truth().set(), none -> new TreeMap<>())
            .computeIfAbsent(clip(frame.truth()), none -> new ArrayList<>())
            .add(judged);
      }
    }
    sets.forEach((set, clips) -> answer.estimate(macro(set, clips)));
    return answer;
  }

  private static Judged judge(Material.Labelled frame, Answer answer) {
    String truth =
        String.valueOf(Math.min(2, frame.truth().line().path("hands_visible").asInt()));
    Integer hands = frame.seen().count("hands");
    String said = hands == null ? NOT_ASSESSED : String.valueOf(Math.min(2, hands));
    answer.confusion("hands", TRUTHS, SAYINGS).count(truth, said);
    List<Group> groups = frame.groups();
    answer.rates("recall_of_" + truth).count(Outcome.of(truth.equals(said)), groups);
    answer.rates("not_assessed").count(Outcome.of(hands == null), groups);
    if (!truth.equals(said) && hands != null) {
      answer.miss(Miss.of(
          frame,
          Math.abs(Integer.parseInt(truth) - Math.min(2, hands)),
          "%s hands said, %s in view".formatted(said, truth)));
    }
    return new Judged(truth, said);
  }

  private static String clip(Truth truth) {
    return truth.line().path("clip").asText(truth.session());
  }

  private static Estimate macro(String set, Map<String, List<Judged>> clips) {
    List<List<Judged>> units = List.copyOf(clips.values());
    Interval interval = Bootstrap.of(units.size(), places -> {
      List<Judged> drawn = new ArrayList<>();
      for (int place : places) {
        drawn.addAll(units.get(place));
      }
      return macro(drawn);
    });
    List<Judged> all = units.stream().flatMap(List::stream).toList();
    return new Estimate(
        "macro_recall",
        new Group("set", set),
        macro(all),
        interval.low(),
        interval.high(),
        all.size(),
        "mean over the counts of hands that occur; bootstrap over %s clips"
            .formatted(units.size()));
  }

  private static double macro(List<Judged> judged) {
    Confusion confusion = new Confusion(TRUTHS, SAYINGS);
    judged.forEach(one -> confusion.count(one.truth(), one.said()));
    return confusion.macroRecall();
  }
}
