package sightline.domain.quality;

/**
 * A measure under the name by which records carry it.
 *
 * @param name lower-case words joined by underscores, the unit at the end where there is one, such as tilt_degrees
 */
public record NamedMeasure(String name, Measure value) {
  public NamedMeasure {
    if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "a measure's name is in snake_case, got '%s'".formatted(name));
    }
  }
}
