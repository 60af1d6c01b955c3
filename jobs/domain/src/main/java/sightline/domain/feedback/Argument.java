package sightline.domain.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a gap of a text: a number or words, exactly one of the two.
 *
 * @param name of the gap, see {@link Sayings}
 */
public record Argument(
    String name, @Nullable Long number, @Nullable String words) {
  public Argument {
    if ((number == null) == (words == null)) {
      throw new IllegalArgumentException("the gap %s takes a number or words".formatted(name));
    }
  }

  static Argument of(String name, long number) {
    return new Argument(name, number, null);
  }

  static Argument of(String name, String words) {
    return new Argument(name, null, words);
  }
}
