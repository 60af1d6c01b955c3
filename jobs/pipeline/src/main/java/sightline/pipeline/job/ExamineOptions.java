package sightline.pipeline.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sightline.domain.leak.LeakRule;
import sightline.domain.leak.LeakWindow;
import sightline.pipeline.redact.ExamineSettings;
import sightline.pipeline.redact.ReleaseSettings;
import sightline.pipeline.redact.SampleSeed;
import sightline.pipeline.redact.ThoroughPass;
import sightline.wire.SecondPassQualities;

/** The arguments of {@link RedactJob} that say how frames that went out are looked at again. */
final class ExamineOptions {
  static final String USAGE =
      "[--sample-rate SHARE] [--sample-seed FILE|NUMBER] [--models DIR] [--k N]";
  static final List<String> KNOWN = List.of("--sample-rate", "--sample-seed", "--models", "--k");

  private ExamineOptions() {}

  /**
   * @return null where the share is 0
   * @throws IllegalArgumentException naming what is wrong, with the usage or the mend
   */
  static @Nullable ExamineSettings read(
      Map<String, String> given, ReleaseSettings release, String usage) {
    List<String> wrong = new ArrayList<>();
    double rate = number(
        given,
        "--sample-rate",
        ExamineSettings.DEFAULT_RATE,
        Double::parseDouble,
        share -> share >= 0 && share <= 1,
        "a share from 0 to 1",
        wrong);
    int workers = number(
        given,
        "--k",
        ExamineSettings.DEFAULT_WORKERS,
        Integer::parseInt,
        k -> k >= 1 && k <= 10_000,
        "a whole number from 1 to 10000",
        wrong);
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException("%s: %s".formatted(String.join("; ", wrong), usage));
    }
    if (rate == 0) {
      return null;
    }
    SampleSeed seed = seed(given.getOrDefault("--sample-seed", release.keyFile()));
    seed.require();
    String models = given.getOrDefault("--models", Key.MODELS.fallback());
    SecondPassQualities.Measured measured = ThoroughPass.measured(Path.of(models));
    return new ExamineSettings(
        release.bootstrap(),
        rate,
        seed,
        models,
        measured.pass(),
        LeakRule.from(measured.confidence()),
        measured.quality(),
        LeakWindow.DAY,
        workers,
        release.references());
  }

  private static SampleSeed seed(String text) {
    try {
      return new SampleSeed("", Long.parseLong(text));
    } catch (NumberFormatException isAFile) {
      return new SampleSeed(text, null);
    }
  }

  private static <N> N number(
      Map<String, String> given,
      String option,
      N otherwise,
      Function<String, N> parsed,
      Predicate<N> within,
      String what,
      List<String> wrong) {
    String text = given.get(option);
    if (text == null) {
      return otherwise;
    }
    try {
      N number = parsed.apply(text);
      if (within.test(number)) {
        return number;
      }
    } catch (NumberFormatException said) {
      // below
    }
    wrong.add("%s is %s".formatted(option, what));
    return otherwise;
  }
}
