package sightline.pipeline.redact;

import java.io.Serializable;
import sightline.domain.leak.LeakRule;
import sightline.domain.leak.LeakSampling;
import sightline.domain.leak.LeakWindow;
import sightline.domain.leak.PassQuality;
import sightline.domain.leak.WorkerMarks;
import sightline.wire.reference.ReferenceSettings;

/**
 * How frames that went out are looked at again.
 *
 * @param bootstrap brokers that hold {@code frames}
 * @param rate share of the frames that went out, 0 to 1
 * @param models folder of the models, at the same path wherever tasks run
 * @param pass its version, as its quality was measured
 * @param workers distinct ones that must stand behind a cohort before its name is said, 1 or more
 * @param references which images that lie elsewhere are fetched
 */
public record ExamineSettings(
    String bootstrap,
    double rate,
    SampleSeed seed,
    String models,
    String pass,
    LeakRule rule,
    PassQuality quality,
    LeakWindow window,
    int workers,
    ReferenceSettings references)
    implements Serializable {
  /** As everywhere where cohorts are named. */
  public static final int DEFAULT_WORKERS = 10;

  /** A look takes about as long as twenty of those that every frame gets, so a frame in a hundred costs a fifth of one. */
  public static final double DEFAULT_RATE = 0.01;

  public ExamineSettings {
    if (!(rate >= 0 && rate <= 1) || workers < 1) {
      throw new IllegalArgumentException(
          "a share of 0 to 1 and 1 worker or more, got %s and %s".formatted(rate, workers));
    }
  }

  /** What counts hang on: those of another pass, or from another confidence on, or with workers marked otherwise, do not add up with these. */
  String measuredBy() {
    return "%s from %s, %x".formatted(pass, rule.confidence(), new WorkerMarks(seed.read()).of(""));
  }

  LeakSampling sampling() {
    return new LeakSampling(rate, seed.read());
  }
}
