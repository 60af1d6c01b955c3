package sightline.domain.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Measure;

/**
 * What the engine knows about itself over some time, for those who run it: a value with its interval, for one cohort.
 *
 * @param deviceClass {@link #OTHER} for the cohorts that too few workers stand behind
 * @param region {@link #OTHER} likewise
 * @param task null where tasks are not told apart
 * @param from start of the time that it speaks of
 * @param to end of it, not before {@code from}
 * @param value in the unit that {@code name} states; not assessed where nothing can be said
 * @param low end of the interval
 * @param high end of the interval
 * @param confidence of the interval, above 0, below 1
 * @param count how often it was seen
 * @param of in how many
 * @param corrected faults of the measuring that value and interval were corrected for
 */
public record OperationsReading(
    ReadingName name,
    String deviceClass,
    String region,
    @Nullable String task,
    Instant from,
    Instant to,
    Measure value,
    double low,
    double high,
    double confidence,
    long count,
    long of,
    List<Correction> corrected) {
  /** Stands for every cohort whose name must not be said. */
  public static final String OTHER = "other";

  public OperationsReading {
    corrected = List.copyOf(corrected);
    if (!(low <= high) || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "%s to %s at %s is no interval".formatted(low, high, confidence));
    }
    if (count < 0 || count > of || to.isBefore(from)) {
      throw new IllegalArgumentException(
          "%s of %s from %s to %s is no reading".formatted(count, of, from, to));
    }
  }

  /** The cohort's name as metrics carry it. */
  public String cohort() {
    return deviceClass.equals(OTHER) && region.equals(OTHER)
        ? OTHER
        : "%s/%s".formatted(deviceClass, region);
  }
}
