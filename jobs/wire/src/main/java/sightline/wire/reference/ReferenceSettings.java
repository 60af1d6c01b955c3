package sightline.wire.reference;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * Which references are followed.
 *
 * @param prefixes file:, http: or https: URIs ending in a slash, below which images may lie; none: no references
 * @param timeout for one image, from connecting to its last byte
 * @param maxBytes of an image
 */
public record ReferenceSettings(List<String> prefixes, Duration timeout, int maxBytes)
    implements Serializable {
  /** No reference is followed. */
  public static final ReferenceSettings NONE =
      new ReferenceSettings(List.of(), Duration.ofSeconds(2), 1);

  public ReferenceSettings {
    prefixes = List.copyOf(prefixes);
    ReferencedImages.prefixes(prefixes);
  }

  public ReferencedImages images() {
    return new ReferencedImages(prefixes, timeout, maxBytes);
  }
}
