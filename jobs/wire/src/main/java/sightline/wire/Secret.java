package sightline.wire;

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
 * A seed that nobody outside may know. It is made of a file's bytes where the job runs, and does not travel with it; a number does,
 * and is for runs that need no second.
 *
 * @param purpose two purposes make two seeds of one file
 * @param file 16 bytes or more; of the seed nobody finds back to it. Empty where the number counts
 * @param number the seed itself, null where the file counts
 */
public record Secret(String purpose, String file, @Nullable Long number) implements Serializable {
  private static final int LEAST_BYTES = 16;

  public static Secret inFile(String purpose, String file) {
    return new Secret(purpose, file, null);
  }

  public static Secret drawn(String purpose, long number) {
    return new Secret(purpose, "", number);
  }

  /**
   * @throws IllegalArgumentException where the file cannot be read, or is too short for a secret; it is not quoted
   */
  public long read() {
    if (number != null) {
      return number;
    }
    try {
      byte[] secret = Files.readAllBytes(Path.of(file));
      if (secret.length < LEAST_BYTES) {
        throw new IllegalArgumentException(
            "a secret's file has %s bytes or more: openssl rand -out FILE 32"
                .formatted(LEAST_BYTES));
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((purpose + "\0").getBytes(StandardCharsets.US_ASCII));
      return ByteBuffer.wrap(digest.digest(secret)).getLong();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the secret's file cannot be read: " + e.getClass().getSimpleName(), e);
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
