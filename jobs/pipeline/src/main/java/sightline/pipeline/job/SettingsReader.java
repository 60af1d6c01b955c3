package sightline.pipeline.job;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.FollowRules;
import sightline.domain.assessment.JudgeFrame;
import sightline.domain.assessment.Schedule;
import sightline.domain.framing.FramingSpec;
import sightline.domain.incident.IncidentRules;
import sightline.domain.lifecycle.LifecycleRules;
import sightline.domain.policy.Policy;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.quality.Scoring;
import sightline.domain.session.SessionRules;
import sightline.domain.task.TaskSpec;
import sightline.pipeline.assess.AssessSettings;
import sightline.pipeline.decide.DecideSettings;
import sightline.pipeline.ingest.ConsentSettings;
import sightline.pipeline.ingest.IngestSettings;
import sightline.pipeline.ingest.ReviewSettings;
import sightline.pipeline.publish.MetricsSettings;
import sightline.vision.ModelSettings;
import sightline.vision.decode.ImageLimits;
import sightline.wire.Secret;

/** Makes {@link Settings} out of texts, and says everything that is wrong with them at once. */
public final class SettingsReader {
  private final Map<String, String> given;
  private final List<String> problems = new ArrayList<>();

  private SettingsReader(Map<String, String> given) {
    this.given = given;
  }

  /**
   * @param given values by {@link Key#id}; what is absent has its default
   * @param drawnKey key of this process's own drawn footage, empty for none; without it the drawn-scene policy is refused
   * @throws InvalidSettings naming every unknown key and every unusable value
   */
  public static Settings read(Map<String, String> given, byte[] drawnKey) {
    return new SettingsReader(given).settings(drawnKey);
  }

  /** The key-value pairs of a configuration file in Java's properties format, UTF-8. */
  public static Map<String, String> file(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(name -> pairs.put(name, properties.getProperty(name)));
    return pairs;
  }

  private Settings settings(byte[] drawnKey) {
    Set<String> known = Arrays.stream(Key.values()).map(Key::id).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(given.keySet());
    unknown.removeAll(known);
    unknown.forEach(key ->
        problems.add("%s is not a setting; there are %s".formatted(key, new TreeSet<>(known))));
    ImageLimits limits = limits();
    SessionRules session = session();
    Duration timeout = value(Key.REFERENCE_TIMEOUT, Words::duration);
    String models = text(Key.MODELS);
    ModelSettings eyes = eyes(models);
    Set<DetectorKind> hidden = value(Key.HIDE, Words::hidden);
    Policy policy = hidden == null
        ? null
        : value(Key.POLICY, name -> Words.policy(name, drawnKey).only(hidden));
    Consent consent = value(Key.CONSENT, Words::consent);
    Double reviewFrom = value(
        Key.REVIEW_BUDGET,
        budget -> ReviewFile.reviewFrom(budget, Path.of(models), text(Key.POLICY)));
    Scoring scoring =
        value(Key.SCORING, name -> ScoringFile.read(Path.of(models, "scoring", name + ".yaml")));
    FramingSpec spec = value(Key.SPEC, SpecFile::named);
    List<TaskSpec> specs =
        value(Key.TASK_SPECS, named -> TaskSpecFiles.read(specs(named), Path.of(models)));
    Duration quiet = value(Key.INCIDENTS_QUIET, Words::duration);
    FollowRules follow = value(Key.TIME, Words::follow);
    MetricsSettings metrics =
        value(Key.METRICS_PORT, port -> new MetricsSettings(Integer.parseInt(port)));
    ConsentSettings receipts = consent == null ? null : receipts(consent);
    ReviewSettings reviews = reviews();
    LifecycleRules lifecycle = lifecycle();
    IngestSettings ingest = limits == null || timeout == null || receipts == null
        ? null
        : built(
            Key.REFERENCES.id(),
            () -> new IngestSettings(
                Set.copyOf(list(Key.TASKS)),
                limits,
                list(Key.REFERENCES),
                timeout,
                receipts,
                drawnKey));
    if (ingest == null
        || reviews == null
        || session == null
        || eyes == null
        || policy == null
        || consent == null
        || reviewFrom == null
        || scoring == null
        || spec == null
        || specs == null
        || quiet == null
        || lifecycle == null
        || follow == null
        || metrics == null
        || !problems.isEmpty()) {
      throw new InvalidSettings(problems);
    }
    return new Settings(
        ingest,
        reviews,
        new AssessSettings(eyes),
        new DecideSettings(
            policy, consent, reviewFrom, scoring, new JudgeFrame(spec, follow), session),
        specs,
        new IncidentRules(quiet.toMillis(), session.silenceMillis()),
        lifecycle,
        metrics);
  }

  /**
   * The examples are filmed in first person, where the worker's body is nobody else's. Whoever says from where tasks are filmed must not
   * be overruled by examples that were not asked for.
   */
  private List<String> specs(String named) {
    boolean filmedOtherwise = given.containsKey(Key.SPEC.id());
    return filmedOtherwise && !given.containsKey(Key.TASK_SPECS.id())
        ? List.of()
        : Words.list(named);
  }

  private @Nullable ConsentSettings receipts(Consent consent) {
    return value(
        Key.CONSENT_KEYS, keys -> ConsentSettings.of(consent, keys, text(Key.CONSENT_ISSUER)));
  }

  private @Nullable ReviewSettings reviews() {
    Secret marks = value(Key.REVIEWS_MARKS, ReviewSettings::marksIn);
    return marks == null
        ? null
        : value(Key.REVIEWS_KEYS, keys -> ReviewSettings.of(keys, text(Key.REVIEWS_ISSUER), marks));
  }

  private @Nullable ModelSettings eyes(String models) {
    Integer objects = value(Key.OBJECTS_EVERY, Integer::parseInt);
    Integer hands = value(Key.HANDS_EVERY, Integer::parseInt);
    Integer text = value(Key.TEXT_EVERY, Integer::parseInt);
    return objects == null || hands == null || text == null
        ? null
        : built(
            "assess",
            () -> new ModelSettings(
                models, Set.copyOf(list(Key.EYES)), new Schedule(objects, hands, text)));
  }

  private @Nullable ImageLimits limits() {
    Long bytes = value(Key.MAX_BYTES, Long::parseLong);
    Integer side = value(Key.MIN_SIDE, Integer::parseInt);
    Long pixels = value(Key.MAX_PIXELS, Long::parseLong);
    return bytes == null || side == null || pixels == null
        ? null
        : built("image limits", () -> new ImageLimits(bytes, side, pixels));
  }

  private @Nullable SessionRules session() {
    Duration horizon = value(Key.HORIZON, Words::duration);
    Duration lookahead = value(Key.LOOKAHEAD, Words::duration);
    Duration silence = value(Key.SILENCE, Words::duration);
    Duration retention = value(Key.RETENTION, Words::duration);
    Duration closed = value(Key.CLOSED, Words::duration);
    Integer waiting = value(Key.MOST_WAITING, Integer::parseInt);
    Integer ranges = value(Key.MOST_RANGES, Integer::parseInt);
    return horizon == null
            || lookahead == null
            || silence == null
            || retention == null
            || closed == null
            || waiting == null
            || ranges == null
        ? null
        : built(
            "session",
            () -> new SessionRules(
                horizon.toMillis(),
                lookahead.toMillis(),
                silence.toMillis(),
                retention.toMillis(),
                closed.toMillis(),
                waiting,
                ranges));
  }

  private @Nullable LifecycleRules lifecycle() {
    Duration lateness = value(Key.LIFECYCLE_LATENESS, Words::duration);
    Duration completion = value(Key.LIFECYCLE_COMPLETION, Words::duration);
    Duration appeal = value(Key.LIFECYCLE_APPEAL, Words::duration);
    Duration deletion = value(Key.LIFECYCLE_DELETION, Words::duration);
    Duration forget = value(Key.LIFECYCLE_FORGET, Words::duration);
    return lateness == null
            || completion == null
            || appeal == null
            || deletion == null
            || forget == null
        ? null
        : built(
            "lifecycle",
            () -> new LifecycleRules(
                lateness.toMillis(),
                completion.toMillis(),
                appeal.toMillis(),
                deletion.toMillis(),
                forget.toMillis()));
  }

  private String text(Key key) {
    return given.getOrDefault(key.id(), key.fallback()).trim();
  }

  private List<String> list(Key key) {
    return Words.list(text(key));
  }

  private <T> @Nullable T value(Key key, Function<String, T> parse) {
    String text = text(key);
    return built("%s = %s".formatted(key.id(), text), () -> parse.apply(text));
  }

  private <T> @Nullable T built(String what, java.util.function.Supplier<T> made) {
    try {
      return made.get();
    } catch (NumberFormatException e) {
      problems.add(what + ": a number is missing");
    } catch (IllegalArgumentException | UncheckedIOException e) {
      problems.add(what + ": " + e.getMessage());
    }
    return null;
  }
}
