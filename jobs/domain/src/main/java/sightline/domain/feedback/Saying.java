package sightline.domain.feedback;

import java.util.List;

/**
 * One text of the catalogue with what fills its gaps.
 *
 * @param code one of {@link Sayings#codes}
 * @param arguments one for each gap that the code has
 */
public record Saying(String code, List<Argument> arguments) {
  public Saying {
    arguments = List.copyOf(arguments);
    List<String> named = arguments.stream().map(Argument::name).sorted().toList();
    if (!named.equals(Sayings.gaps(code).stream().sorted().toList())) {
      throw new IllegalArgumentException(
          "%s has the gaps %s, got %s".formatted(code, Sayings.gaps(code), named));
    }
  }

  static Saying of(String code, Argument... arguments) {
    return new Saying(code, List.of(arguments));
  }
}
