package sightline.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sightline.app.terminal.Screen;

/** The demo's numbers in the terminal: redrawn in place each second, or every ten seconds one line where nobody looks. */
final class LiveTable {
  private static final long REDRAW_NANOS = 1_000_000_000L;
  private static final long QUIET_NANOS = 10_000_000_000L;

  private final Consumer<String> say;
  private final boolean full;
  private final boolean inPlace;
  private long drawn;
  private long lastSent;
  private long lastFinals;
  private int height;

  LiveTable(Consumer<String> say, boolean full) {
    this.say = say;
    this.full = full;
    this.inPlace = full && Screen.ofThisProcess() == Screen.TERMINAL;
    this.drawn = System.nanoTime();
  }

  void show(
      long sent, Watch.Counts counts, String flink, @Nullable Integer metrics, double secondsLeft) {
    long now = System.nanoTime();
    if (!full || now - drawn < (inPlace ? REDRAW_NANOS : QUIET_NANOS)) {
      return;
    }
    double seconds = (now - drawn) / 1e9;
    List<String> lines = lines(sent, counts, flink, metrics, secondsLeft, seconds);
    say.accept((inPlace && height > 0 ? "\u001b[%dA\u001b[J".formatted(height) : "")
        + String.join(System.lineSeparator(), lines));
    height = lines.size();
    drawn = now;
    lastSent = sent;
    lastFinals = counts.finals();
  }

  void end() {
    height = 0;
  }

  private List<String> lines(
      long sent,
      Watch.Counts counts,
      String flink,
      @Nullable Integer metrics,
      double left,
      double seconds) {
    List<String> lines = new ArrayList<>();
    lines.add("Sightline demo  %4.0f s left    Flink %s    metrics %s"
        .formatted(
            Math.max(0, left),
            flink,
            metrics == null ? "not yet" : "http://127.0.0.1:%d/metrics".formatted(metrics)));
    lines.add("  frames in    %,8d   %5.1f/s".formatted(sent, (sent - lastSent) / seconds));
    lines.add("  final out    %,8d   %5.1f/s   %s"
        .formatted(
            counts.finals(), (counts.finals() - lastFinals) / seconds, named(counts.dispositions)));
    if (!counts.withheld.isEmpty()) {
      lines.add("  withheld              %s".formatted(named(counts.withheld)));
    }
    lines.add(
        "  rejected     %,8d             %s".formatted(counts.refused(), named(counts.rejected)));
    lines.add(
        "  sessions     %,8d settled     alerts %,d".formatted(counts.sessions, counts.alerts));
    if (!counts.incidents.isEmpty()) {
      lines.add("  incidents opened      %s".formatted(named(counts.incidents)));
    }
    lines.add(
        "  %-32s %8s  %s".formatted("cohort (demo: shown from 1 device)", "frames", "mean score"));
    counts.cohorts.forEach((name, cohort) -> lines.add("    %-30s   %,8d  %s"
        .formatted(
            name,
            cohort.frames,
            cohort.scored == 0
                ? "not assessed"
                : "%.3f".formatted(cohort.scoreSum / cohort.scored))));
    return lines;
  }

  private static String named(Map<String, Long> counts) {
    StringBuilder text = new StringBuilder();
    counts.forEach((name, count) -> text.append("%s %,d  ".formatted(name, count)));
    return text.toString().stripTrailing();
  }
}
