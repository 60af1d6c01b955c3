package sightline.domain.task;

import java.io.Serializable;
import java.util.List;

/**
 * The things that should come into view.
 *
 * @param objects each once
 * @param order whether they have to come in this order, by the first time each is surely seen
 */
public record ExpectedObjects(List<ExpectedObject> objects, Order order) implements Serializable {
  /** In which order things come into view. */
  public enum Order {
    ANY,
    AS_LISTED
  }

  public static final ExpectedObjects NONE = new ExpectedObjects(List.of(), Order.ANY);

  public ExpectedObjects {
    objects = List.copyOf(objects);
    if (objects.stream().map(ExpectedObject::name).distinct().count() != objects.size()) {
      throw new IllegalArgumentException("each expected object stands once");
    }
  }
}
