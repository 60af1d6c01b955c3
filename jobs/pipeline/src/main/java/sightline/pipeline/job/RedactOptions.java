package sightline.pipeline.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightline.domain.redaction.ReleaseRule;
import sightline.pipeline.publish.MetricsSettings;
import sightline.pipeline.redact.ExamineSettings;
import sightline.pipeline.redact.ReleaseSettings;
import sightline.vision.decode.ImageLimits;
import sightline.wire.reference.ReferenceSettings;

/**
 * The arguments of {@link RedactJob}, all checked.
 *
 * @param group consumer group and prefix of the transactions
 * @param examine null where nothing is looked at again
 */
record RedactOptions(
    String group,
    ReleaseSettings release,
    MetricsSettings metrics,
    @Nullable ExamineSettings examine) {
  private static final String REFERENCES = "--references";
  private static final String USAGE =
      "--bootstrap HOST:PORT --key FILE [--signed-by NAME] [--group NAME] [--retention-minutes N] [--metrics-port N] [--references PREFIX,...] "
          + ExamineOptions.USAGE;
  private static final List<String> KNOWN = Stream.concat(
          Stream.of(
              "--bootstrap",
              "--key",
              "--signed-by",
              "--group",
              "--retention-minutes",
              "--metrics-port",
              REFERENCES),
          ExamineOptions.KNOWN.stream())
      .toList();

  /**
   * @throws IllegalArgumentException naming all that is wrong, with the usage
   */
  static RedactOptions read(String... arguments) {
    List<String> wrong = new ArrayList<>();
    Map<String, String> given = new LinkedHashMap<>();
    for (int at = 0; at < arguments.length; at += 2) {
      if (!KNOWN.contains(arguments[at]) || at + 1 == arguments.length) {
        wrong.add(arguments[at] + " is not understood");
      } else {
        given.put(arguments[at], arguments[at + 1]);
      }
    }
    for (String needed : List.of("--bootstrap", "--key")) {
      if (given.getOrDefault(needed, "").isBlank()) {
        wrong.add(needed + " is missing");
      }
    }
    long minutes = number(
        given,
        "--retention-minutes",
        ReleaseRule.DEFAULT.retention().toMinutes(),
        1,
        Duration.ofDays(7).toMinutes(),
        wrong);
    long port = number(
        given, "--metrics-port", Integer.parseInt(Key.METRICS_PORT.fallback()), -1, 65_535, wrong);
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException("%s: %s".formatted(String.join("; ", wrong), USAGE));
    }
    ReleaseSettings release = new ReleaseSettings(
        given.getOrDefault("--bootstrap", ""),
        given.getOrDefault("--key", ""),
        given.getOrDefault("--signed-by", "release-1"),
        Duration.ofMinutes(minutes),
        references(given));
    release.key();
    ExamineSettings examine = ExamineOptions.read(given, release, USAGE);
    return new RedactOptions(
        given.getOrDefault("--group", "sightline-redact"),
        release,
        new MetricsSettings(Math.toIntExact(port)),
        examine);
  }

  /** As large and as slow as the main job lets them be by default. */
  private static ReferenceSettings references(Map<String, String> given) {
    return new ReferenceSettings(
        Stream.of(given.getOrDefault(REFERENCES, "").split(",", -1))
            .map(String::strip)
            .filter(prefix -> !prefix.isEmpty())
            .toList(),
        ReferenceSettings.NONE.timeout(),
        Math.toIntExact(ImageLimits.defaults().maxBytes()));
  }

  private static long number(
      Map<String, String> given,
      String option,
      long otherwise,
      long least,
      long most,
      List<String> wrong) {
    String text = given.get(option);
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException said) {
      // below
    }
    wrong.add("%s is a whole number from %s to %s".formatted(option, least, most));
    return otherwise;
  }
}
