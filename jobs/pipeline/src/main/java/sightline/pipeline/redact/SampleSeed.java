package sightline.pipeline.redact;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Where the seed of the sample comes from. A secret: who knows it can tell which frames are looked at again. It is made of a
 * file's bytes where the job runs, and does not travel with it; a number does, and is for runs that somebody wants to repeat.
 *
 * @param file any secret, 16 bytes or more, such as the release key itself: of the seed nobody finds back to it
 * @param number the seed itself, null where the file counts
 */
public record SampleSeed(String file, @Nullable Long number) implements Serializable {
  private static final int LEAST_BYTES = 16;
  private static final byte[] PURPOSE =
      "sightline-sample-seed-1\0".getBytes(StandardCharsets.US_ASCII);

  /**
   * @throws IllegalArgumentException where the file cannot be read, or is too short for a secret; it is not quoted
   */
  long read() {
    if (number != null) {
      return number;
    }
    try {
      byte[] secret = Files.readAllBytes(Path.of(file));
      if (secret.length < LEAST_BYTES) {
        throw new IllegalArgumentException(
            "a seed's file has %s bytes or more: openssl rand -out FILE 32".formatted(LEAST_BYTES));
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(PURPOSE);
      return ByteBuffer.wrap(digest.digest(secret)).getLong();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the seed's file cannot be read: " + e.getClass().getSimpleName(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * @throws IllegalArgumentException as when it is used
   */
  public void require() {
    read();
  }
}
