package sightline.domain.privacy;

import org.jspecify.annotations.Nullable;

/**
 * How one kind of detector came to its word on a frame.
 *
 * @param looked how the look went that counts here; a frame whose turn it was not has its neighbours' word and their age
 * @param ageMillis capture time between the frame and the nearest look that answers for it, 0 for its own, null where none does
 */
public record Look(
    DetectorKind kind, Looked looked, @Nullable Long ageMillis) {
  public Look {
    if (ageMillis != null && ageMillis < 0) {
      throw new IllegalArgumentException("a look is 0 ms old or more, got %s".formatted(ageMillis));
    }
  }
}
