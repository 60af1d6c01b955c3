package sightline.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a demo came to, counted from the topics: {@code framesRead} from the end offsets of {@code frames}, the rest by a
 * read_committed consumer of its own after the job had drained, but for what only one that read along can know.
 *
 * @param waits of the reader that read along
 * @param firstFinalSeconds from the start, by the same reader
 */
public record DemoSummary(
    String source,
    long framesRead,
    Watch.Counts counts,
    Watch.Waits waits,
    int visitorFrames,
    boolean drawn,
    double firstFinalSeconds) {

  static DemoSummary of(
      Watch recount,
      Watch.Waits waits,
      Source source,
      int visitorFrames,
      double firstFinalSeconds) {
    return new DemoSummary(
        source.description(),
        recount.framesInTopic(),
        recount.counts(),
        waits,
        visitorFrames,
        source.drawn(),
        firstFinalSeconds);
  }

  /** Whether every record read is accounted for exactly once. */
  public boolean balanced() {
    return counts.twice == 0 && framesRead == counts.finals() + counts.refused();
  }

  /** Whether a visitor that was drawn into a frame went out uncovered. */
  public boolean leaked() {
    return counts.visitors.getOrDefault("RELEASE", 0L) > 0;
  }

  public String json() {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
    root.put("source", source).put("framesRead", framesRead);
    counted(root.putObject("rejected"), counts.rejected);
    counted(root.putObject("final"), counts.dispositions);
    counted(root.putObject("withheld"), counts.withheld);
    root.put("finalTwice", counts.twice)
        .put("balanced", balanced())
        .put("sessions", counts.sessions)
        .put("alerts", counts.alerts);
    counted(root.putObject("incidents"), counts.incidents);
    ObjectNode cohorts = root.putObject("cohorts");
    counts.cohorts.forEach((name, cohort) -> {
      ObjectNode node = cohorts.putObject(name).put("frames", cohort.frames);
      if (cohort.scored == 0) {
        node.putNull("meanScore");
      } else {
        node.put("meanScore", Math.round(1e4 * cohort.scoreSum / cohort.scored) / 1e4);
      }
    });
    if (drawn) {
      counted(root.putObject("visitorFrames").put("drawn", visitorFrames), counts.visitors);
    }
    delays(root.putObject("provisionalDelaySeconds"), waits.provisional());
    delays(root.putObject("finalDelaySeconds"), waits.finals());
    root.put("firstFinalSeconds", Math.round(firstFinalSeconds * 100) / 100.0);
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delays(ObjectNode node, Delays delays) {
    node.put("directives", delays.count());
    if (delays.count() > 0) {
      node.put("p50", delays.seconds(0.5)).put("p99", delays.seconds(0.99));
    }
  }

  private static void say(Consumer<String> say, String what, Delays delays) {
    if (delays.count() > 0) {
      say.accept(
          "%s directives could be read %.1f s after their frames (median), 99%% of them within %.1f s"
              .formatted(what, delays.seconds(0.5), delays.seconds(0.99)));
    }
  }

  public void print(Consumer<String> say) {
    say.accept("");
    say.accept("read %,d frames = %,d final %s + %,d rejected %s%s"
        .formatted(
            framesRead,
            counts.finals(),
            counts.dispositions,
            counts.refused(),
            counts.rejected,
            balanced() ? "" : "   THE BOOKS DO NOT BALANCE"));
    if (!counts.withheld.isEmpty()) {
      say.accept("withheld because %s".formatted(counts.withheld));
    }
    if (!counts.incidents.isEmpty()) {
      say.accept("incidents opened: %s".formatted(counts.incidents));
    }
    if (counts.withheld.containsKey("MODEL_MISSING")) {
      say.accept("no face model: scripts/fetch-models brings it, then run the demo again");
    }
    if (drawn) {
      say.accept(
          "a visitor was drawn into %,d frames: %s".formatted(visitorFrames, counts.visitors));
    }
    say(say, "provisional", waits.provisional());
    say(say, "final", waits.finals());
    say.accept("first final directive %.1f s after the start".formatted(firstFinalSeconds));
  }

  private static void counted(ObjectNode node, Map<String, Long> counts) {
    counts.forEach(node::put);
  }
}
