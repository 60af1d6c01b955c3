package sightline.domain.quality;

import java.io.Serializable;

/**
 * How one measure counts.
 *
 * @param weight above 0
 */
public record FactorRule(FactorName name, double weight, Control control, Tolerance tolerance)
    implements Serializable {
  public FactorRule {
    if (!(weight > 0)) {
      throw new IllegalArgumentException(
          "%s needs a weight above 0, got %s".formatted(name, weight));
    }
  }
}
