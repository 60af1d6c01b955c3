package sightline.pipeline.redact;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import sightline.wire.Secret;

/**
 * Where the seed of the sample comes from. A secret: who knows it can tell which frames are looked at again. It is made of a
 * file's bytes where the job runs, and does not travel with it; a number does, and is for runs that somebody wants to repeat.
 *
 * @param file any secret, 16 bytes or more, such as the release key itself: of the seed nobody finds back to it
 * @param number the seed itself, null where the file counts
 */
public record SampleSeed(String file, @Nullable Long number) implements Serializable {
  private static final String PURPOSE = "sightline-sample-seed-1";

  /**
   * @throws IllegalArgumentException where the file cannot be read, or is too short for a secret; it is not quoted
   */
  long read() {
    return new Secret(PURPOSE, file, number).read();
  }

  /**
   * @throws IllegalArgumentException as when it is used
   */
  public void require() {
    read();
  }
}
