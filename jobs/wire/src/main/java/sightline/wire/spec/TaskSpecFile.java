package sightline.wire.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import sightline.domain.framing.FramingSpec;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Tolerance;
import sightline.domain.task.BodyArea;
import sightline.domain.task.CompletionStep;
import sightline.domain.task.ExpectedObject;
import sightline.domain.task.ExpectedObjects;
import sightline.domain.task.RecordedTime;
import sightline.domain.task.Sensitivity;
import sightline.domain.task.Sensor;
import sightline.domain.task.SessionBounds;
import sightline.domain.task.TaskSpec;

/**
 * Reads a task's spec from YAML. Only {@code task}, {@code version} and {@code objective} must be there; the fields stand with {@link
 * TaskSpec}, in the schema for editors ({@code models/tasks/task-spec.schema.json}) and in {@code jobs/docs/task-specs.md}.
 */
public final class TaskSpecFile {
  /** For editors alone: which schema the file follows. */
  private static final String SCHEMA = "$schema";

  private static final int MOST_PIXELS = 16_384;

  private final String file;
  private final Set<String> labels;

  private TaskSpecFile(String file, Set<String> labels) {
    this.file = file;
    this.labels = labels;
  }

  /**
   * @param labels words of the object model
   * @throws InvalidSpec with everything that is wrong
   */
  public static TaskSpec read(Path file, Set<String> labels) {
    return new TaskSpecFile(file.toString(), labels).spec(text(file));
  }

  /** Likewise, from a text. */
  public static TaskSpec parse(String file, String yaml, Set<String> labels) {
    return new TaskSpecFile(file, labels).spec(yaml);
  }

  /**
   * Every {@code *.yaml} and {@code *.yml} of a folder, in the order of their names.
   *
   * @throws InvalidSpec with everything that is wrong in the first file that is wrong, or where two files say the same version of one task
   */
  public static List<TaskSpec> readAll(Path folder, Set<String> labels) {
    Map<String, Path> keys = new TreeMap<>();
    List<TaskSpec> specs = new ArrayList<>();
    for (Path file : yaml(folder)) {
      TaskSpec spec = read(file, labels);
      Path before = keys.put(spec.key(), file);
      if (before != null) {
        throw new InvalidSpec(
            file.toString(), List.of("%s stands in %s as well".formatted(spec.key(), before)));
      }
      specs.add(spec);
    }
    return specs;
  }

  /**
   * The part {@code framing} of a file, be the rest of it a spec or not there.
   *
   * @throws InvalidSpec with everything that is wrong
   */
  public static FramingSpec framing(Path file) {
    List<String> problems = new ArrayList<>();
    JsonNode root = parsed(file.toString(), text(file));
    Fields framing = new Fields("framing", root.get("framing"), problems);
    if (!framing.present()) {
      problems.add("a spec has a part named framing");
    }
    FramingSpec spec = FramingFields.read(framing);
    if (!problems.isEmpty()) {
      throw new InvalidSpec(file.toString(), problems);
    }
    return spec;
  }

  private TaskSpec spec(String yaml) {
    List<String> problems = new ArrayList<>();
    Fields root = new Fields("", parsed(file, yaml), problems);
    root.text(SCHEMA, "");
    TaskSpec none = TaskSpec.of("unreadable", "unreadable", FramingSpec.household(), Instant.EPOCH);
    TaskSpec spec = read(root, none);
    root.close();
    if (!problems.isEmpty()) {
      throw new InvalidSpec(file, problems);
    }
    return spec;
  }

  private TaskSpec read(Fields root, TaskSpec none) {
    String task = root.required("task");
    String version = root.required("version");
    Instant from = instant(root);
    String objective = root.required("objective");
    List<CompletionStep> completion = completion(root.objects("completion"));
    Fields body = root.object("body");
    List<BodyArea> required = body.words("required", BodyArea.class);
    List<BodyArea> forbidden = body.words("forbidden", BodyArea.class);
    body.close();
    FramingSpec framing = FramingFields.read(root.object("framing"));
    ExpectedObjects objects = objects(root.object("objects"));
    RecordedTime duration = duration(root.object("duration"));
    Map<String, Integer> floors = floors(root.object("resolution_floor"));
    Map<FactorName, Tolerance> tolerances = tolerances(root.object("tolerances"));
    List<Sensor> sensors = root.words("sensors", Sensor.class);
    Sensitivity sensitivity = root.word("sensitivity", Sensitivity.MEDIUM);
    int days = days(root, none.retentionDays());
    SessionBounds bounds = bounds(root.object("bounds"));
    return root.made(
        "",
        () -> new TaskSpec(
            task.isBlank() ? none.task() : task,
            version.isBlank() ? none.version() : version,
            from,
            objective,
            completion,
            required,
            forbidden,
            framing,
            objects,
            duration,
            floors,
            tolerances,
            sensors,
            sensitivity,
            days,
            bounds),
        none);
  }

  private static Instant instant(Fields root) {
    String text = root.text("effective_at", Instant.EPOCH.toString());
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      root.problem(
          "effective_at", "it is a time such as 2026-12-01T00:00:00Z, got %s".formatted(text));
      return Instant.EPOCH;
    }
  }

  private static int days(Fields root, int usual) {
    Duration kept = root.duration("retention", Duration.ofDays(usual));
    if (kept.toDays() < 1 || !kept.equals(Duration.ofDays(kept.toDays()))) {
      root.problem("retention", "footage is kept for whole days, such as 90 d");
      return usual;
    }
    return Math.toIntExact(kept.toDays());
  }

  private static List<CompletionStep> completion(List<Fields> steps) {
    List<CompletionStep> read = new ArrayList<>();
    for (Fields step : steps) {
      String text = step.required("text");
      CompletionStep.Sight sight = step.word("sight", CompletionStep.Sight.NOT_ASSESSED);
      step.close();
      if (!text.isBlank()) {
        read.add(new CompletionStep(text, sight));
      }
    }
    return read;
  }

  private ExpectedObjects objects(Fields objects) {
    ExpectedObjects.Order order = objects.word("order", ExpectedObjects.Order.ANY);
    List<ExpectedObject> things = new ArrayList<>();
    for (Fields thing : objects.objects("things")) {
      String name = thing.required("name");
      List<String> words = thing.texts("labels");
      for (String word : words) {
        if (!labels.contains(word)) {
          thing.problem(
              "labels",
              "no model of ours sees '%s'; leave labels empty, and the object is not assessed, or use its words: %s"
                  .formatted(word, String.join(", ", labels.stream().sorted().toList())));
        }
      }
      ExpectedObject.Need need = thing.word("need", ExpectedObject.Need.REQUIRED);
      thing.close();
      if (!name.isBlank()) {
        things.add(new ExpectedObject(name, words, need));
      }
    }
    objects.close();
    return objects.made("", () -> new ExpectedObjects(things, order), ExpectedObjects.NONE);
  }

  private static RecordedTime duration(Fields duration) {
    long least = duration.duration("least", Duration.ZERO).toSeconds();
    long most = duration
        .duration("most", Duration.ofSeconds(RecordedTime.ANY.mostSeconds()))
        .toSeconds();
    duration.close();
    return duration.made(
        "",
        () -> new RecordedTime((int) least, (int) Math.min(most, Integer.MAX_VALUE)),
        RecordedTime.ANY);
  }

  private static Map<String, Integer> floors(Fields floors) {
    Map<String, Integer> read = new TreeMap<>();
    for (String device : floors.names()) {
      read.put(device, floors.whole(device, 1, 1, MOST_PIXELS));
    }
    return read;
  }

  private static Map<FactorName, Tolerance> tolerances(Fields tolerances) {
    Map<FactorName, Tolerance> read = new EnumMap<>(FactorName.class);
    for (FactorName factor : FactorName.values()) {
      Fields corners = tolerances.object(factor.name().toLowerCase(Locale.ROOT));
      if (corners.present()) {
        read.put(factor, tolerance(corners));
      }
    }
    tolerances.close();
    return read;
  }

  /** As in the scoring rules: only none and full rises, only fullTo and noneFrom falls. */
  private static Tolerance tolerance(Fields corners) {
    double none = corners.number("none", Double.NEGATIVE_INFINITY);
    double full = corners.number("full", Double.NEGATIVE_INFINITY);
    double fullTo = corners.number("fullTo", Double.POSITIVE_INFINITY);
    double noneFrom = corners.number("noneFrom", Double.POSITIVE_INFINITY);
    corners.close();
    Tolerance any = Tolerance.rising(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    return corners.made("", () -> new Tolerance(none, full, fullTo, noneFrom), any);
  }

  private static SessionBounds bounds(Fields bounds) {
    SessionBounds usual = SessionBounds.USUAL;
    double hands = bounds.number("hands_visible", usual.handsVisible(), 0, 1);
    double missing = bounds.number("missing", usual.missing(), 0, 1);
    double unusable = bounds.number("unusable", usual.unusable(), 0, 1);
    double withheld = bounds.number("withheld", usual.withheld(), 0, 1);
    bounds.close();
    return new SessionBounds(hands, missing, unusable, withheld);
  }

  private static JsonNode parsed(String file, String yaml) {
    try {
      JsonNode root = YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .readTree(yaml);
      if (!root.isObject()) {
        throw new InvalidSpec(file, List.of("a spec holds fields, such as task: cup-to-tray"));
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new InvalidSpec(
          file,
          List.of("it is no YAML: %s, line %s"
              .formatted(e.getOriginalMessage(), e.getLocation().getLineNr())));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidSpec(file.toString(), List.of("it cannot be read: " + e.getMessage()));
    }
  }

  private static List<Path> yaml(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidSpec(folder.toString(), List.of("there is no such folder"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
