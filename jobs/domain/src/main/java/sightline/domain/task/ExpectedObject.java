package sightline.domain.task;

import java.io.Serializable;
import java.util.List;

/**
 * A thing that should come into view.
 *
 * @param name as a worker reads it
 * @param labels words of the object model that count as it (COCO class names); empty where no model of ours sees it: then it is
 *     "not assessed"
 * @param need whether the task can do without it
 */
public record ExpectedObject(String name, List<String> labels, Need need) implements Serializable {
  /** Whether a task can do without an object. */
  public enum Need {
    REQUIRED,
    OPTIONAL
  }

  public ExpectedObject {
    labels = List.copyOf(labels);
    if (name.isBlank()) {
      throw new IllegalArgumentException("an expected object has a name");
    }
  }

  /** Whether a model of ours knows it. */
  public boolean measurable() {
    return !labels.isEmpty();
  }
}
