package sightline.domain.control;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Versions of one thing by the time from which each holds. Which one holds at a time depends on what is in here alone, not on
 * the order in which it came.
 */
public final class Timeline<T> {
  private final T atFirst;
  private final List<Version<T>> versions;

  /**
   * One version.
   *
   * @param name breaks the tie between two of one time: the greater holds
   */
  public record Version<T>(Instant effectiveAt, String name, T value) {}

  /**
   * @param atFirst holds before the first version does
   * @param versions in any order
   */
  public Timeline(T atFirst, List<Version<T>> versions) {
    this.atFirst = atFirst;
    this.versions = versions.stream()
        .sorted(Comparator.<Version<T>, Instant>comparing(Version::effectiveAt)
            .thenComparing(Version::name))
        .toList();
  }

  /** What holds at a time; a version holds from its own moment on. */
  public T at(Instant time) {
    T holds = atFirst;
    for (Version<T> version : versions) {
      if (version.effectiveAt().isAfter(time)) {
        break;
      }
      holds = version.value();
    }
    return holds;
  }
}
