package sightline.app.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sightline.app.evaluate.Rates.Outcome;

/** What is hidden in frames that show no face and nobody but the wearer. */
final class OverRedaction implements Question {
  static final String ID = "over_redaction";

  private static final int LABELLED_FRAMES = 5;

  private static final List<String> KINDS = List.of("FACE", "PERSON", "TEXT", "SCREEN", "OBJECT");

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Over-redaction of clean frames");
    List<Material.Labelled> clean =
        material.labelled().stream().filter(frame -> frame.truth().clean()).toList();
    Set<String> reasons = new TreeSet<>();
    Map<String, List<Material.Labelled>> sets = new TreeMap<>();
    for (Material.Labelled frame : clean) {
      ask(frame, answer);
      reasons.addAll(frame.seen().withheldBecause());
      sets.computeIfAbsent(frame.truth().set(), none -> new ArrayList<>()).add(frame);
    }
    for (String reason : reasons) {
      clean.forEach(frame -> answer
          .rates("withheld")
          .count(
              Outcome.of(frame.seen().withheldBecause().contains(reason)),
              new Group("reason", reason)));
    }
    wholeClips(material, answer);
    sets.forEach((set, frames) -> KINDS.forEach(kind -> area(set, frames, kind, answer)));
    return answer;
  }

  /** The same over every frame of clips that are clean. */
  private static void wholeClips(Material material, Answer answer) {
    cleanClips(material).forEach((place, of) -> {
      Seen seen = Objects.requireNonNull(material.all().get(place));
      boolean someone = !seen.regions("FACE", "PERSON").isEmpty();
      answer
          .rates("in_every_frame_of_clean_clips")
          .count(Outcome.of(someone || seen.withheld()), Groups.of(of.truth()));
    });
  }

  /**
   * Every frame, labelled or not, of clips of which every labelled frame is clean, and at least {@value #LABELLED_FRAMES} are
   * labelled: what was looked at every second or so hardly hides a visitor in between.
   *
   * @return each with a labelled frame of its clip
   */
  static Map<Material.Place, Material.Labelled> cleanClips(Material material) {
    Map<String, List<Material.Labelled>> clips = material.labelled().stream()
        .collect(Collectors.groupingBy(f -> f.truth().session()));
    Map<Material.Place, Material.Labelled> clean = new LinkedHashMap<>();
    material.all().keySet().forEach(place -> {
      List<Material.Labelled> labelled = clips.getOrDefault(place.session(), List.of());
      if (labelled.size() >= LABELLED_FRAMES
          && labelled.stream().allMatch(frame -> frame.truth().clean())) {
        clean.put(place, labelled.get(0));
      }
    });
    return clean;
  }

  private static void ask(Material.Labelled frame, Answer answer) {
    Seen seen = frame.seen();
    Collection<Group> groups = new ArrayList<>(frame.groups());
    boolean someone = !seen.regions("FACE", "PERSON").isEmpty();
    answer
        .rates("redacted_for_face_or_person_or_withheld")
        .count(Outcome.of(someone || seen.withheld()), groups);
    answer.rates("withheld").count(Outcome.of(seen.withheld()), groups);
    for (String kind : KINDS) {
      answer
          .rates("with_region_of_" + kind.toLowerCase(java.util.Locale.ROOT))
          .count(Outcome.of(!seen.regions(kind).isEmpty()), groups);
    }
    if (someone || seen.withheld()) {
      answer.miss(Miss.of(
          frame,
          (seen.withheld() ? 1 : 0) + share(frame, "FACE", "PERSON"),
          seen.withheld()
              ? "a clean frame withheld: %s".formatted(String.join(", ", seen.withheldBecause()))
              : "a clean frame, %.1f%% of it hidden for a face or person"
                  .formatted(100 * share(frame, "FACE", "PERSON"))));
    }
  }

  private static void area(String set, List<Material.Labelled> clean, String kind, Answer answer) {
    double[] shares = clean.stream().mapToDouble(frame -> share(frame, kind)).toArray();
    answer.estimate(Bootstrap.mean(
        "area_hidden_" + kind.toLowerCase(java.util.Locale.ROOT), new Group("set", set), shares));
  }

  private static double share(Material.Labelled frame, String... kinds) {
    Rect picture = new Rect(0, 0, frame.truth().width(), frame.truth().height());
    return Coverage.of(picture, frame.seen().regions(kinds));
  }
}
