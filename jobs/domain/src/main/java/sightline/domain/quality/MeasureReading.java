package sightline.domain.quality;

import java.util.regex.Pattern;

/**
 * A measure under the name by which records and settings know it.
 *
 * @param name stable, lower snake case, unit included where it has one: {@code tilt_degrees}
 */
public record MeasureReading(String name, Measure value) {
  private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  public MeasureReading {
    if (!SNAKE.matcher(name).matches()) {
      throw new IllegalArgumentException("a measure's name is lower snake case, got " + name);
    }
  }
}
