package sightline.pipeline.redact;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import sightline.domain.redaction.ReleaseKey;
import sightline.wire.reference.ReferenceSettings;

/**
 * How frames are released.
 *
 * @param bootstrap brokers that hold {@code frames}
 * @param keyFile PKCS #8, read where the job runs: the key itself does not travel with the job
 * @param signedBy name of the key, for those who know several
 * @param retention of {@code frames-redacted}
 * @param references which images that lie elsewhere are fetched
 */
public record ReleaseSettings(
    String bootstrap,
    String keyFile,
    String signedBy,
    Duration retention,
    ReferenceSettings references)
    implements Serializable {
  public ReleaseSettings {
    if (bootstrap.isBlank() || keyFile.isBlank() || signedBy.isBlank()) {
      throw new IllegalArgumentException("brokers, the key's file and its name must be given");
    }
    if (retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException("frames are kept for some time, got " + retention);
    }
  }

  /** No image that lies elsewhere is fetched. */
  public ReleaseSettings(String bootstrap, String keyFile, String signedBy, Duration retention) {
    this(bootstrap, keyFile, signedBy, retention, ReferenceSettings.NONE);
  }

  /**
   * @throws IllegalArgumentException where the file cannot be read or holds no such key
   */
  public ReleaseKey key() {
    try {
      return ReleaseKey.read(Files.readAllBytes(Path.of(keyFile)));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the key's file cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }
}
