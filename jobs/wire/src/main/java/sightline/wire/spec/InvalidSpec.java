package sightline.wire.spec;

import java.util.List;

/** A spec that cannot be used, with every reason at once, each with the field it is about. */
public final class InvalidSpec extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  InvalidSpec(String file, List<String> problems) {
    super("%s: %s".formatted(file, String.join("; ", problems)));
    this.problems = List.copyOf(problems);
  }

  /** One a line, {@code field: what is wrong and what would be right}. */
  public List<String> problems() {
    return problems;
  }
}
