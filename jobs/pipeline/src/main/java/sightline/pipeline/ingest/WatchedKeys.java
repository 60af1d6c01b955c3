package sightline.pipeline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys in a file that may change while frames pass: keys rotate without a restart. A new file that does not read leaves
 * the old keys in force, and is counted. When a file is looked at hangs on wall clock, so a receipt signed by a key that comes
 * or goes is outside the replay claim for the seconds around the change.
 */
final class WatchedKeys {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedKeys.class);
  private static final long BETWEEN_LOOKS_NANOS = 2_000_000_000L;

  private final Path file;
  private final LongSupplier nanos;
  private final Runnable broken;
  private SigningKeys keys;
  private FileTime changed;
  private long lookedAt;

  /**
   * @param nanos a clock that only counts up, such as {@link System#nanoTime}
   * @param broken is told of every new file that does not read
   * @throws UncheckedIOException where there is no such file
   * @throws IllegalArgumentException where it holds no keys: broken configuration is said at the start
   */
  WatchedKeys(Path file, LongSupplier nanos, Runnable broken) {
    this.file = file;
    this.nanos = nanos;
    this.broken = broken;
    try {
      this.changed = Files.getLastModifiedTime(file);
      this.keys = SigningKeys.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.lookedAt = nanos.getAsLong();
  }

  SigningKeys current() {
    long now = nanos.getAsLong();
    if (now - lookedAt >= BETWEEN_LOOKS_NANOS) {
      lookedAt = now;
      look();
    }
    return keys;
  }

  private void look() {
    try {
      FileTime now = Files.getLastModifiedTime(file);
      if (!now.equals(changed)) {
        changed = now;
        keys = SigningKeys.read(file);
      }
    } catch (IOException | IllegalArgumentException e) {
      broken.run();
      LOG.error(
          "a set of signing keys could not be read again, those of before stay in force: {}",
          e.getClass().getName());
    }
  }
}
