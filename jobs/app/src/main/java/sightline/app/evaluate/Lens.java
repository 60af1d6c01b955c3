package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sightline.app.evaluate.Material.Labelled;
import sightline.app.evaluate.Rates.Outcome;

/**
 * What covers the lens. Lines with a field {@code cover} say so, null for none. Sets without that field are real footage in
 * which nothing does: every frame of them, labelled or not, may be a false alarm.
 */
final class Lens implements Question {
  static final String ID = "lens";

  /** Above this share of the picture, the engine says that the lens is covered. */
  static final double ALARM = 0.05;

  private static final int GRID = 64;

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Lens occlusion");
    List<Labelled> known =
        material.labelled().stream().filter(frame -> has(frame.truth())).toList();
    Set<String> sets = known.stream().map(frame -> frame.truth().set()).collect(Collectors.toSet());
    Map<String, List<Labelled>> bySet = new TreeMap<>();
    known.forEach(frame ->
        bySet.computeIfAbsent(frame.truth().set(), none -> new ArrayList<>()).add(frame));
    bySet.forEach((set, frames) -> tell(set, frames, answer));
    known.forEach(frame -> one(frame, answer));
    realClean(material, sets, answer);
    return answer;
  }

  private static boolean has(Truth truth) {
    return truth.line().has("cover");
  }

  private static JsonNode cover(Labelled frame) {
    return frame.truth().line().path("cover");
  }

  /** How well the meter tells covered from clear, overall, by family and by how much is covered. */
  private static void tell(String set, List<Labelled> frames, Answer answer) {
    List<Double> clear = new ArrayList<>();
    Map<String, List<Double>> covered = new TreeMap<>();
    Map<String, List<Double>> bySize = new TreeMap<>();
    for (Labelled frame : frames) {
      // the share is 0 below the alarm; what tells covered from clear is how sure the meter is
      Double certainty = frame.seen().measure("lens_cover_certainty");
      if (certainty != null && cover(frame).isObject()) {
        covered
            .computeIfAbsent(
                cover(frame).path("family").asText("unnamed"), none -> new ArrayList<>())
            .add(certainty);
        bySize.computeIfAbsent(size(cover(frame)), none -> new ArrayList<>()).add(certainty);
      } else if (certainty != null) {
        clear.add(certainty);
      }
    }
    if (clear.isEmpty() || covered.isEmpty()) {
      return;
    }
    List<Double> all = covered.values().stream().flatMap(List::stream).toList();
    auc("auc", new Group("set", set), all, clear, answer);
    covered.forEach((family, shares) ->
        auc("auc_by_family", new Group("family", family), shares, clear, answer));
    bySize.forEach((size, shares) ->
        auc("auc_by_covered_share", new Group("covered share", size), shares, clear, answer));
  }

  private static String size(JsonNode cover) {
    return Groups.bucket(cover.path("share").asDouble(), 0.05, 0.15, 0.4);
  }

  private static void auc(
      String name, Group group, List<Double> covered, List<Double> clear, Answer answer) {
    Auc auc = Auc.of(array(covered), array(clear));
    answer.estimate(new Estimate(
        name,
        group,
        auc.value(),
        auc.interval().low(),
        auc.interval().high(),
        covered.size() + clear.size(),
        "%s covered against %s clear frames; DeLong".formatted(covered.size(), clear.size())));
  }

  private static void one(Labelled frame, Answer answer) {
    List<Group> groups = new ArrayList<>(frame.groups());
    JsonNode cover = cover(frame);
    Double share = frame.seen().lensShare();
    answer.rates("not_assessed").count(Outcome.of(share == null), groups);
    if (share == null) {
      return;
    }
    if (!cover.isObject()) {
      answer.rates("false_alarms_on_clear_lens").count(Outcome.of(share > ALARM), groups);
      return;
    }
    groups.add(new Group("family", cover.path("family").asText("unnamed")));
    groups.add(new Group("covered share", size(cover)));
    answer.rates("alarm_on_covered_lens").count(Outcome.of(share > ALARM), groups);
    answer
        .rates("share_within_0.1")
        .count(Outcome.of(Math.abs(share - cover.path("share").asDouble()) <= 0.1), groups);
    if (cover.path("edge").isTextual()) {
      String said = frame.seen().score().path("lens").path("edge").asText();
      answer
          .rates("edge_right")
          .count(Outcome.of(cover.path("edge").asText().equalsIgnoreCase(said)), groups);
    }
    mask(frame, cover, groups, answer);
    if (share <= ALARM) {
      answer.miss(Miss.of(
          frame,
          cover.path("share").asDouble(),
          "a %s over %.0f%% of the lens not noticed"
              .formatted(
                  cover.path("family").asText("cover"),
                  100 * cover.path("share").asDouble())));
    }
  }

  private static void mask(Labelled frame, JsonNode cover, List<Group> groups, Answer answer) {
    JsonNode mask = frame.seen().score().path("lens").path("mask");
    if (cover.path("cells").isTextual() && mask.path("cells").isTextual()) {
      answer.rates("mask_iou_0.5_and_more").count(Outcome.of(iou(cover, mask) >= 0.5), groups);
    }
  }

  /** Of two masks on their own grids, asked at the same points. */
  static double iou(JsonNode one, JsonNode other) {
    int both = 0;
    int either = 0;
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        boolean first = at(one, (column + 0.5) / GRID, (row + 0.5) / GRID);
        boolean second = at(other, (column + 0.5) / GRID, (row + 0.5) / GRID);
        both += first && second ? 1 : 0;
        either += first || second ? 1 : 0;
      }
    }
    return either == 0 ? 1 : (double) both / either;
  }

  private static boolean at(JsonNode mask, double x, double y) {
    int columns = mask.path("columns").asInt(1);
    int rows = mask.path("rows").asInt(1);
    int cell = ((int) (y * rows)) * columns + (int) (x * columns);
    String cells = mask.path("cells").asText();
    return cell < cells.length() && cells.charAt(cell) == '#';
  }

  private static void realClean(Material material, Set<String> withCovers, Answer answer) {
    Map<String, Truth> sessions = new HashMap<>();
    Map<Material.Place, Truth> places = new HashMap<>();
    for (Labelled frame : material.labelled()) {
      if (!withCovers.contains(frame.truth().set())
          && !frame.truth().line().path("source").asText().equals("composite")) {
        sessions.putIfAbsent(frame.truth().session(), frame.truth());
        places.put(
            new Material.Place(frame.truth().session(), frame.truth().frame()), frame.truth());
      }
    }
    material.all().forEach((place, seen) -> {
      Truth session = sessions.get(place.session());
      if (session != null) {
        real(place, seen, places.getOrDefault(place, session), answer);
      }
    });
  }

  private static void real(Material.Place place, Seen seen, Truth truth, Answer answer) {
    Double share = seen.lensShare();
    List<Group> groups = Groups.of(truth);
    answer.rates("not_assessed_on_real_clean").count(Outcome.of(share == null), groups);
    if (share != null) {
      answer.rates("false_alarms_on_real_clean").count(Outcome.of(share > ALARM), groups);
      if (share > ALARM) {
        answer.miss(new Miss(
            truth.set(),
            place.session(),
            place.frame(),
            1 + share,
            "%.0f%% of the lens said to be covered, nothing is".formatted(100 * share)));
      }
    }
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
