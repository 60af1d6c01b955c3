package sightline.vision.models;

import java.util.List;

/** Thrown where descriptions under a models folder are wrong; the message lists every problem found. */
public final class ModelCatalogueInvalid extends RuntimeException {
  private final List<String> problems;

  ModelCatalogueInvalid(List<String> problems) {
    super("the model catalogue has %s problem(s):%n  %s"
        .formatted(problems.size(), String.join(System.lineSeparator() + "  ", problems)));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
