package sightline.domain.task;

import java.io.Serializable;

/**
 * Something that has to be done.
 *
 * @param text as a worker reads it
 * @param sight whether the engine can see that it was done
 */
public record CompletionStep(String text, Sight sight) implements Serializable {
  /** What the engine can say of a step. */
  public enum Sight {
    /** An expected object that a model knows, hands, activity: measured. */
    MEASURED,
    /** No model of ours sees it: it stays "not assessed" and lowers no verdict. */
    NOT_ASSESSED
  }

  public CompletionStep {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a step says what has to be done");
    }
  }
}
