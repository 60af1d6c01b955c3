package sightline.domain.policy;

import java.io.Serializable;
import sightline.domain.privacy.DetectorKind;

/**
 * What a policy does about one kind of detector: nothing goes out that it has not looked at, and what it saw is hidden.
 *
 * @param confidence what is seen with at least this confidence (0 to 1) is hidden
 * @param growth of what is seen, before it is filled
 * @param maxAgeMillis capture time to the nearest look at most; 0 demands a look at every frame
 */
public record Hiding(DetectorKind kind, double confidence, Growth growth, long maxAgeMillis)
    implements Serializable {
  public Hiding {
    if (kind == DetectorKind.HAND || kind == DetectorKind.THING) {
      throw new IllegalArgumentException("there is no way to hide a %s by itself".formatted(kind));
    }
    if (!(confidence >= 0 && confidence <= 1) || maxAgeMillis < 0) {
      throw new IllegalArgumentException(
          "%s is hidden from a confidence of 0 to 1, looked at 0 ms ago or more; got %s, %s ms"
              .formatted(kind, confidence, maxAgeMillis));
    }
  }
}
