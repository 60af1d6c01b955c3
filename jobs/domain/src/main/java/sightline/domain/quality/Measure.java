package sightline.domain.quality;

import org.jspecify.annotations.Nullable;

/**
 * A measured number, or the reason why there is none. Exactly one of the two is present.
 *
 * @param value in the unit its owner states
 * @param unassessed why there is no value
 */
public record Measure(@Nullable Double value, @Nullable Unassessed unassessed) {
  public Measure {
    if ((value == null) == (unassessed == null)) {
      throw new IllegalArgumentException(
          "a measure has a value or a reason, got %s and %s".formatted(value, unassessed));
    }
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException("a measure is a finite number, got " + value);
    }
  }

  public static Measure of(double value) {
    return new Measure(value, null);
  }

  public static Measure unassessed(Unassessed because) {
    return new Measure(null, because);
  }

  public boolean assessed() {
    return value != null;
  }

  /**
   * @throws IllegalStateException where nothing was assessed
   */
  public double orThrow() {
    if (value == null) {
      throw new IllegalStateException("not assessed: " + unassessed);
    }
    return value;
  }
}
