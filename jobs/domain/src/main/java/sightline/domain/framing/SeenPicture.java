package sightline.domain.framing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Measure;

/**
 * What tells a picture from the next one.
 *
 * @param capturedAtMillis epoch milliseconds of the device's clock
 * @param sha256 of the coded image
 * @param profiles null where the pixels did not decode
 * @param others further measures of the same frame in one order, such as its exposure and sharpness: as fine as they come, for
 *     sensor noise shows in them
 */
public record SeenPicture(
    long capturedAtMillis, String sha256, @Nullable Profiles profiles, List<Measure> others) {
  public SeenPicture {
    others = List.copyOf(others);
  }

  boolean sameAs(SeenPicture other) {
    if (sha256.equals(other.sha256)) {
      return true;
    }
    return profiles != null
        && profiles.equals(other.profiles)
        && others.equals(other.others)
        && others.stream().filter(Measure::assessed).count() >= 2;
  }
}
