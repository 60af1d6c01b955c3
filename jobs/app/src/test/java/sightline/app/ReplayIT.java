package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import sightline.app.drawn.DrawnScene;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.incident.Incident;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.pipeline.job.SightlineJob;
import sightline.wire.JsonLines;

/** Same input, models and policy: the same FINAL lines, whatever the parallelism or the arrival order within the horizon. */
class ReplayIT {
  private static final int SESSIONS = 4;
  private static final int FRAMES = 30;

  private static List<Sent> good() {
    List<Sent> good = new ArrayList<>();
    for (int number = 0; number < SESSIONS; number++) {
      DrawnScene scene = DrawnScene.of(11, number);
      good.addAll(Sent.scene(
          "session-" + number, scene, 0, FRAMES, 1_000_000L + 37L * number, number % 2 == 0));
    }
    return good;
  }

  /** What a run gave: every FINAL line by session and frame, each session's incidents as they came, rejections by reason. */
  private record Outcome(
      List<String> lines, Map<String, List<String>> incidents, Map<RejectReason, Long> rejected) {}

  private static Outcome run(List<Sent> records, int parallelism) throws Exception {
    try (ListEnds ends = new ListEnds(records);
        StreamExecutionEnvironment env =
            StreamExecutionEnvironment.createLocalEnvironment(parallelism)) {
      SightlineJob.define(env, ends, TestSettings.drawn(Map.of()));
      env.execute();
      assertThat(ends.scores())
          .as("a score with every final directive")
          .hasSameSizeAs(ends.directives());
      Map<RejectReason, Long> rejected = new TreeMap<>();
      for (Rejection rejection : ends.rejections()) {
        rejected.merge(rejection.reason(), 1L, Long::sum);
      }
      return new Outcome(
          ends.directives().stream().map(ReplayIT::withoutOrigin).sorted().toList(),
          ends.incidents().stream()
              .collect(Collectors.groupingBy(
                  Incident::session,
                  TreeMap::new,
                  Collectors.mapping(JsonLines::incident, Collectors.toList()))),
          rejected);
    }
  }

  private static String withoutOrigin(Directive directive) {
    return JsonLines.directive(directive).replaceAll("\"origin\":\\{[^}]*}", "");
  }

  @Test
  void theFinalLinesAreTheSameAtAnyParallelismAndArrivalOrder() throws Exception {
    List<Sent> good = good();
    List<Sent> all = new ArrayList<>(good);
    all.addAll(Sent.bad(good, 5));
    all.addAll(Sent.duplicates(good));
    List<List<Sent>> orders = List.of(
        Sent.shuffled(all, 0, 0), Sent.shuffled(all, 7, 1_900), Sent.backwardsBySeconds(all));

    Outcome first = run(orders.get(0), 1);
    assertThat(first.lines()).hasSize(SESSIONS * FRAMES).doesNotHaveDuplicates();
    assertThat(first.lines())
        .as("the sample has something to hide and something to release")
        .anyMatch(line -> line.contains(Disposition.REDACT.name()))
        .anyMatch(line -> line.contains(Disposition.RELEASE.name()));
    assertThat(first.incidents().values())
        .as("somebody is seen, and every incident that was opened is closed")
        .isNotEmpty()
        .allSatisfy(told -> {
          assertThat(told.get(0)).contains("OPENED");
          assertThat(told.get(told.size() - 1)).contains("CLOSED");
        });
    assertThat(first.lines()).noneMatch(line -> line.contains("LATE"));
    assertThat(first.rejected())
        .containsEntry(RejectReason.DUPLICATE, (long) SESSIONS * FRAMES / 10);
    for (int parallelism : new int[] {1, 2, 4}) {
      for (int order = 0; order < orders.size(); order++) {
        assertThat(run(orders.get(order), parallelism))
            .as("parallelism %s, order %s", parallelism, order)
            .isEqualTo(first);
      }
    }
  }
}
