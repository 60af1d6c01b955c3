package sightline.app.redact;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sightline.app.redact.Refusal.Why;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Overrides;
import sightline.wire.DecisionLines;
import sightline.wire.UnreadableRecord;

/**
 * What an analysis decided, read from its folder: {@code directives.jsonl}, and {@code overrides.jsonl} where there is one. Only
 * the place of each session's lines is kept, so that an analysis of any length fits.
 */
public final class Decisions {
  private static final String DIRECTIVES = "directives.jsonl";
  private static final String OVERRIDES = "overrides.jsonl";
  private static final String REJECTED = "rejected.jsonl";

  private final Path file;
  private final Map<String, List<Stretch>> places = new HashMap<>();
  private final Map<String, List<DirectiveOverride>> overrides = new HashMap<>();
  private final Set<String> rejected = new HashSet<>();

  /**
   * Lines of one session that follow each other.
   *
   * @param from the place of their first byte
   * @param firstLine counted from 1
   */
  private record Stretch(long from, int lines, int firstLine) {}

  private Decisions(Path file) {
    this.file = file;
  }

  /**
   * @throws IllegalArgumentException where the folder holds no analysis, or a line that cannot be read: what it hides is unknown
   */
  public static Decisions in(Path folder) throws IOException {
    Path lines = folder.resolve(DIRECTIVES);
    if (!Files.isRegularFile(lines)) {
      throw new IllegalArgumentException(
          "there is no %s: name the folder that 'sightline analyze' wrote with --directives"
              .formatted(lines));
    }
    Decisions decisions = new Decisions(lines);
    decisions.find(lines);
    decisions.override(folder.resolve(OVERRIDES));
    decisions.reject(folder.resolve(REJECTED));
    return decisions;
  }

  private void find(Path file) throws IOException {
    long at = 0;
    int number = 0;
    String before = "";
    try (LineBytes lines = new LineBytes(Files.newInputStream(file))) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        String session = directive(text(line), ++number).session();
        List<Stretch> stretches = places.computeIfAbsent(session, name -> new ArrayList<>());
        if (session.equals(before)) {
          Stretch last = stretches.remove(stretches.size() - 1);
          stretches.add(new Stretch(last.from(), last.lines() + 1, last.firstLine()));
        } else {
          stretches.add(new Stretch(at, 1, number));
        }
        before = session;
        at += line.length + 1;
      }
    }
  }

  private Directive directive(String line, int number) {
    try {
      return DecisionLines.directive(line);
    } catch (UnreadableRecord unreadable) {
      throw unreadable(file, number, unreadable);
    }
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException unreadable(
      Path file, int number, UnreadableRecord because) {
    return new IllegalArgumentException(
        "line %d of %s cannot be read (%s), and what it hides is unknown: nothing is redacted. Analyze again with this version"
            .formatted(number, file, because.why()));
  }

  private void override(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        DirectiveOverride override = DecisionLines.override(line);
        overrides.computeIfAbsent(override.session(), name -> new ArrayList<>()).add(override);
      }
    } catch (UnreadableRecord because) {
      throw unreadable(file, number, because);
    }
  }

  /** Only to say why a file has no directives, so that a line more or less does no harm. */
  private void reject(Path file) throws IOException {
    if (Files.exists(file)) {
      ObjectMapper json = new ObjectMapper();
      try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          rejected.add(json.readTree(line).path("origin").path("topic").asText());
        }
      }
    }
  }

  /** Lines of directives about a session, 0 where there are none. */
  public int lines(String session) {
    return places.getOrDefault(session, List.of()).stream()
        .mapToInt(Stretch::lines)
        .sum();
  }

  /** What was decided about every frame of a session, with overrides applied, or why that is not known. */
  Decided of(String session) throws IOException {
    Map<Integer, Directive> finals = new TreeMap<>();
    for (Stretch stretch : places.getOrDefault(session, List.of())) {
      try (InputStream from = Files.newInputStream(file)) {
        from.skipNBytes(stretch.from());
        LineBytes lines = new LineBytes(from);
        for (int at = 0; at < stretch.lines(); at++) {
          byte[] line = lines.next();
          Directive directive = directive(line == null ? "" : text(line), stretch.firstLine() + at);
          if (directive.finality() == Finality.FINAL
              && finals.put(directive.index(), directive) != null) {
            return new Decided.Incomplete(new Refusal(Why.FINAL_TWICE, directive.index()));
          }
        }
      }
    }
    return whole(session, finals);
  }

  private Decided whole(String session, Map<Integer, Directive> finals) {
    if (lines(session) == 0) {
      return new Decided.Incomplete(
          Refusal.of(rejected.contains(session) ? Why.REJECTED : Why.NO_DIRECTIVES));
    }
    List<Directive> applied = new ArrayList<>();
    for (Directive directive : finals.values()) {
      if (directive.index() != applied.size()) {
        break;
      }
      applied.add(Overrides.over(directive, overrides.getOrDefault(session, List.of())));
    }
    return applied.size() == finals.size() && !applied.isEmpty()
        ? new Decided.Complete(applied)
        : new Decided.Incomplete(new Refusal(Why.FRAME_WITHOUT_FINAL, applied.size()));
  }

  /** Overrides of a session. */
  int overrides(String session) {
    return overrides.getOrDefault(session, List.of()).size();
  }
}
