package sightline.app.analyze;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import sightline.app.footage.MediaSearch;

/**
 * What an analysis wrote, counted from its files.
 *
 * @param dispositions final directives
 * @param withheld reasons of withheld frames
 * @param rejected reasons of rejected records
 */
public record Summary(
    Map<String, Long> dispositions,
    Map<String, Long> withheld,
    Map<String, Long> rejected,
    double scoreSum,
    long scored) {
  public static Summary of(Path folder) throws IOException {
    Map<String, Long> dispositions = new TreeMap<>();
    Map<String, Long> withheld = new TreeMap<>();
    Map<String, Long> rejected = new TreeMap<>();
    double[] scores = {0, 0};
    JsonFile.each(folder.resolve(OutputFile.DIRECTIVES.fileName()), line -> {
      dispositions.merge(line.path("disposition").asText(), 1L, Long::sum);
      line.path("withheldBecause")
          .forEach(reason -> withheld.merge(reason.asText(), 1L, Long::sum));
    });
    JsonFile.each(
        folder.resolve(OutputFile.REJECTED.fileName()),
        line -> rejected.merge(line.path("reason").asText(), 1L, Long::sum));
    JsonFile.each(folder.resolve(OutputFile.FRAMES.fileName()), line -> {
      if (line.path("score").isNumber()) {
        scores[0] += line.path("score").asDouble();
        scores[1]++;
      }
    });
    return new Summary(dispositions, withheld, rejected, scores[0], (long) scores[1]);
  }

  public long undecodable() {
    return withheld.getOrDefault("UNDECODABLE", 0L);
  }

  public void print(PrintWriter out, Analysis.Result result, MediaSearch media, Path folder) {
    out.printf(
        "%,d frames of %,d files in %.1f s (%.0f frames/s)%n",
        result.frames(),
        media.found().size(),
        result.seconds(),
        result.frames() / Math.max(result.seconds(), 0.001));
    out.printf("  final      %s%n", counts(dispositions));
    if (!withheld.isEmpty()) {
      out.printf("  withheld   %s%n", counts(withheld));
    }
    if (withheld.containsKey("MODEL_MISSING")) {
      out.println("             no face model: scripts/fetch-models brings it, then analyse again");
    }
    if (!rejected.isEmpty()) {
      out.printf(
          "  rejected   %s  (see %s)%n",
          counts(rejected), folder.resolve(OutputFile.REJECTED.fileName()));
    }
    out.printf(
        "  score      %s%n",
        scored == 0
            ? "not assessed"
            : "mean %.3f over %,d frames".formatted(scoreSum / scored, scored));
    if (media.skipped() > 0) {
      out.printf("  skipped    %,d files without a media extension%n", media.skipped());
    }
    media.unreadable().forEach(path -> out.printf("  unreadable %s%n", path));
    out.printf("  written to %s%n", folder);
    out.flush();
  }

  private static String counts(Map<String, Long> counts) {
    StringBuilder text = new StringBuilder();
    counts.forEach((name, count) ->
        text.append(text.isEmpty() ? "" : "  ").append("%s %,d".formatted(name, count)));
    return text.isEmpty() ? "none" : text.toString();
  }
}
