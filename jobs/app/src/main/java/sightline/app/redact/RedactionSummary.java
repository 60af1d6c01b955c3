package sightline.app.redact;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import sightline.app.redact.Redacted.Refused;
import sightline.app.redact.Redacted.Written;
import sightline.domain.privacy.Disposition;
import sightline.vision.redaction.RedactionMethod;

/** What a run came to, for people and, as {@code redact.json}, for programs. */
public record RedactionSummary(RedactionMethod method, Path out, List<Redacted> files) {
  private static final String FILE = "redact.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  public RedactionSummary {
    files = List.copyOf(files);
  }

  /** Removes what an earlier run wrote into the folder, as its summary names it. */
  public static void clear(Path out) throws IOException {
    Path summary = out.resolve(FILE);
    if (!Files.isRegularFile(summary)) {
      return;
    }
    Path inside = out.toAbsolutePath().normalize();
    for (var media : JSON.readTree(summary.toFile()).path("media")) {
      Path output = inside.resolve(media.path("output").asText("")).normalize();
      if (output.startsWith(inside) && Files.isRegularFile(output)) {
        Files.delete(output);
      }
    }
    Files.delete(summary);
  }

  public List<Refused> refused() {
    return files.stream()
        .filter(Refused.class::isInstance)
        .map(Refused.class::cast)
        .toList();
  }

  private List<Written> written() {
    return files.stream()
        .filter(Written.class::isInstance)
        .map(Written.class::cast)
        .toList();
  }

  private int frames(Disposition disposition) {
    return written().stream()
        .mapToInt(file -> file.frames().getOrDefault(disposition, 0))
        .sum();
  }

  private int regions() {
    return written().stream().mapToInt(Written::regions).sum();
  }

  private int overrides() {
    return written().stream().mapToInt(Written::overrides).sum();
  }

  private Set<String> stamps() {
    Set<String> stamps = new TreeSet<>();
    written().forEach(file -> stamps.addAll(file.stamps()));
    return stamps;
  }

  /** Writes {@code redact.json} into the folder. */
  public void write() throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("method", word(method))
        .put("files", files.size())
        .put("written", written().size())
        .put("refused", refused().size());
    ObjectNode frames = root.putObject("frames");
    for (Disposition disposition : Disposition.values()) {
      frames.put(past(disposition), frames(disposition));
    }
    root.put("regions", regions()).put("overrides", overrides());
    ArrayNode stamps = root.putArray("analysedUnder");
    stamps().forEach(stamps::add);
    ArrayNode media = root.putArray("media");
    for (Redacted file : files) {
      ObjectNode line = media.addObject().put("session", file.session());
      if (file instanceof Written written) {
        line.put("output", out.relativize(written.output()).toString().replace('\\', '/'));
        for (Disposition disposition : Disposition.values()) {
          line.put(past(disposition), written.frames().getOrDefault(disposition, 0));
        }
        line.put("regions", written.regions())
            .put("overrides", written.overrides())
            .put("sound", word(written.sound()));
      } else if (file instanceof Refused refused) {
        line.put("refused", refused.refusal().why().name())
            .put("frame", refused.refusal().frame())
            .put("mend", refused.refusal().why().mend());
      }
    }
    Files.writeString(
        out.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  /**
   * Says the same in words.
   *
   * @param seconds that the run took
   */
  public void print(PrintWriter say, double seconds) {
    int all = 0;
    for (Disposition disposition : Disposition.values()) {
      all += frames(disposition);
    }
    say.printf(
        "%,d frames in %.1f s (%.0f frames/s)%n", all, seconds, all / Math.max(seconds, 0.001));
    say.printf(
        "%,d of %,d files written to %s: %,d frames as they were, %,d with %,d regions hidden (%s), %,d black%n",
        written().size(),
        files.size(),
        out,
        frames(Disposition.RELEASE),
        frames(Disposition.REDACT),
        regions(),
        word(method),
        frames(Disposition.WITHHOLD));
    say.println(
        "  of the files themselves only pixels are in there: no place, date, device, comment or thumbnail");
    long muted = written().stream()
        .filter(file -> file.sound() == Redacted.Sound.LEFT_OUT)
        .count();
    if (muted > 0) {
      say.printf("  sound      left out of %,d files: no moment of it may be heard%n", muted);
    }
    if (overrides() > 0) {
      say.printf("  overrides  %,d applied%n", overrides());
    }
    stamps().forEach(stamp -> say.printf("  analysed   %s%n", stamp));
    for (Refused file : refused()) {
      Integer frame = file.refusal().frame();
      say.printf(
          "  refused    %s%s: %s%n",
          file.session(),
          frame == null ? "" : " (frame %d)".formatted(frame),
          file.refusal().why().mend());
    }
    say.flush();
  }

  private static String past(Disposition disposition) {
    return switch (disposition) {
      case RELEASE -> "released";
      case REDACT -> "redacted";
      case WITHHOLD -> "withheld";
    };
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
