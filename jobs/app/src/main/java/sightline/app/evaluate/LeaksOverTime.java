package sightline.app.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sightline.app.evaluate.Rates.Outcome;

/**
 * Faces of {@value #LEAST} px and more in the shorter side, in clips of which every frame is labelled: how many are open, and
 * for how many frames on end. A face of which less than that is to be seen is in the other question on leaks.
 */
final class LeaksOverTime implements Question {
  static final String ID = "leaks_over_time";
  static final String BELOW_80 = "faces_24px_below_80";
  static final String BELOW_95 = "faces_24px_below_95";
  private static final double LEAST = 24;

  /** A clip whose labels are some frames apart says nothing of how long a face was open. */
  private static final int LEAST_FRAMES = 30;

  /** Frames on end in which a face was open, in one clip. */
  private record Run(Truth first, int frames) {}

  @Override
  public Answer ask(Material material) {
    Answer answer = new Answer(ID, "Leaks over time: clips labelled frame by frame");
    Map<String, List<Material.Labelled>> clips = material.labelled().stream()
        .collect(Collectors.groupingBy(
            frame -> frame.truth().session(), TreeMap::new, Collectors.toList()));
    List<Run> runs = new ArrayList<>();
    for (List<Material.Labelled> frames : clips.values()) {
      frames.sort(Comparator.comparingInt(frame -> frame.truth().frame()));
      if (gapless(frames) && frames.stream().anyMatch(frame -> !faces(frame).isEmpty())) {
        frames.forEach(frame -> ask(frame, answer));
        List<Run> open = runs(frames);
        answer
            .rates("clips_with_an_open_face")
            .count(Outcome.of(!open.isEmpty()), frames.get(0).groups());
        runs.addAll(open);
      }
    }
    runs.forEach(run -> answer
        .rates("open_for_3_frames_and_more_on_end")
        .count(Outcome.of(run.frames() >= 3), Groups.of(run.first())));
    longest(runs, answer);
    return answer;
  }

  private static boolean gapless(List<Material.Labelled> frames) {
    int first = frames.get(0).truth().frame();
    int last = frames.get(frames.size() - 1).truth().frame();
    return frames.size() >= LEAST_FRAMES && last - first + 1 == frames.size();
  }

  private static List<Truth.TrueBox> faces(Material.Labelled frame) {
    return frame.truth().boxes("face").stream()
        .filter(face -> large(face.rect()))
        .toList();
  }

  static boolean large(Rect face) {
    return Math.min(face.w(), face.h()) >= LEAST;
  }

  private static void ask(Material.Labelled frame, Answer answer) {
    for (Truth.TrueBox face : faces(frame)) {
      double covered = Coverage.of(face.rect(), frame.seen().regions());
      boolean withheld = frame.seen().withheld();
      List<Group> groups = new ArrayList<>(frame.groups(face));
      groups.add(Groups.size(face.rect()));
      answer
          .rates(BELOW_80)
          .count(withheld ? Outcome.WITHHELD : Outcome.of(covered < Leaks.LEAK), groups);
      answer
          .rates(BELOW_95)
          .count(withheld ? Outcome.WITHHELD : Outcome.of(covered < Leaks.STRICT), groups);
    }
  }

  private static List<Run> runs(List<Material.Labelled> frames) {
    List<Run> runs = new ArrayList<>();
    int since = -1;
    for (int at = 0; at <= frames.size(); at++) {
      boolean open = at < frames.size() && open(frames.get(at));
      if (open && since < 0) {
        since = at;
      } else if (!open && since >= 0) {
        runs.add(new Run(frames.get(since).truth(), at - since));
        since = -1;
      }
    }
    return runs;
  }

  private static boolean open(Material.Labelled frame) {
    return !frame.seen().withheld()
        && faces(frame).stream()
            .anyMatch(face -> Coverage.of(face.rect(), frame.seen().regions()) < Leaks.LEAK);
  }

  /** By set and by kind of walk; a count of frames, so that it has no interval. */
  private static void longest(List<Run> runs, Answer answer) {
    Map<String, List<Run>> kinds = new TreeMap<>();
    for (Run run : runs) {
      kinds.computeIfAbsent(run.first().set(), none -> new ArrayList<>()).add(run);
      String kind = run.first().line().path("conditions").path("kind").asText();
      if (!kind.isEmpty()) {
        kinds
            .computeIfAbsent(run.first().set() + ", " + kind, none -> new ArrayList<>())
            .add(run);
      }
    }
    kinds.forEach((of, all) -> {
      int longest = all.stream().mapToInt(Run::frames).max().orElseThrow();
      answer.estimate(new Estimate(
          "longest_run_of_frames_with_an_open_face",
          new Group("set", of),
          longest,
          longest,
          longest,
          all.size(),
          "the longest of n runs, frames"));
    });
  }
}
