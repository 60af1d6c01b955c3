package sightline.domain.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Measure;

/**
 * What the engine knows about itself and about the work over some time, for those who run it: a value with its interval, for one
 * cohort. It names no worker and no session.
 *
 * @param detail what {@code name} says of it: a consent step, a quantile, a currency; null where it says nothing
 * @param deviceClass {@link #OTHER} for the cohorts that too few workers stand behind
 * @param region {@link #OTHER} likewise
 * @param task null where tasks are not told apart, {@link #OTHER} for those that too few workers stand behind
 * @param from start of the time that it speaks of
 * @param to end of it, not before {@code from}
 * @param value in the {@link #unit}; not assessed where nothing can be said
 * @param interval in the same unit
 * @param count how many of the cases bore what is counted: successes of a rate, paid ones of a pay, incidents' recordings; of quantiles all
 * @param of how many cases
 * @param corrected faults of the measuring that value and interval were corrected for
 */
public record OperationsReading(
    ReadingName name,
    @Nullable String detail,
    String deviceClass,
    String region,
    @Nullable String task,
    Instant from,
    Instant to,
    Measure value,
    Interval interval,
    long count,
    long of,
    List<Correction> corrected) {
  /** Stands for every cohort whose name must not be said. */
  public static final String OTHER = "other";

  public OperationsReading {
    corrected = List.copyOf(corrected);
    if (count < 0 || count > of || to.isBefore(from)) {
      throw new IllegalArgumentException(
          "%s of %s from %s to %s is no reading".formatted(count, of, from, to));
    }
    Double number = value.value();
    Unit unit = name.unit();
    if (number != null && !(number >= unit.least() && number <= unit.most())) {
      throw new IllegalArgumentException("%s is no %s".formatted(number, unit));
    }
  }

  /** What value and interval are counted in. */
  public Unit unit() {
    return name.unit();
  }

  /** The cohort's name as metrics carry it. */
  public String cohort() {
    return deviceClass.equals(OTHER) && region.equals(OTHER)
        ? OTHER
        : "%s/%s".formatted(deviceClass, region);
  }

  /** Tells readings apart that stand beside each other: a newer one of the same key takes an older one's place. */
  public String key() {
    String key = "%s/%s".formatted(name, cohort());
    return task == null && detail == null
        ? key
        : String.join("\n", key, task == null ? "" : task, detail == null ? "" : detail);
  }
}
