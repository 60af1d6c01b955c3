package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.pipeline.ReceiptPen;

class WatchedKeysTest {
  private static final ReceiptPen OLD = new ReceiptPen("old");
  private static final ReceiptPen NEW = new ReceiptPen("new");

  @TempDir
  private Path folder;

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger broken = new AtomicInteger();

  @SuppressWarnings("NullAway.Init") // made before each test
  private Path file;

  @SuppressWarnings("NullAway.Init") // made before each test
  private WatchedKeys keys;

  @BeforeEach
  void watch() {
    file = ReceiptPen.write(folder.resolve("keys.json"), OLD);
    keys = new WatchedKeys(file, nanos::get, broken::incrementAndGet);
  }

  private void changeTo(String text, int second) throws Exception {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000_000_000L + 1_000L * second));
  }

  @Test
  void takesANewKeyWithoutARestart() throws Exception {
    changeTo(ReceiptPen.keys(OLD, NEW), 1);
    assertThat(keys.current().named("new")).as("looked at lately").isNull();
    nanos.addAndGet(2_000_000_000L);
    assertThat(keys.current().named("new")).isNotNull();
    assertThat(keys.current().named("old")).isNotNull();
  }

  @Test
  void letsGoOfAKeyThatIsGone() throws Exception {
    changeTo(ReceiptPen.keys(NEW), 1);
    nanos.addAndGet(2_000_000_000L);
    assertThat(keys.current().named("old")).isNull();
  }

  @Test
  void aBrokenFileLeavesTheOldKeysAndIsCounted() throws Exception {
    changeTo("half a fi", 1);
    nanos.addAndGet(2_000_000_000L);
    assertThat(keys.current().named("old")).isNotNull();
    nanos.addAndGet(2_000_000_000L);
    assertThat(keys.current().named("old")).isNotNull();
    assertThat(broken).hasValue(1);
    changeTo(ReceiptPen.keys(NEW), 2);
    nanos.addAndGet(2_000_000_000L);
    assertThat(keys.current().named("new")).isNotNull();
  }
}
