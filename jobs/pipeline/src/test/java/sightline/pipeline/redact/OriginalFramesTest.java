package sightline.pipeline.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.frame.Origin;
import sightline.domain.redaction.Unreleased;
import sightline.pipeline.Sample;
import sightline.wire.WireFormat;
import sightline.wire.reference.ReferenceSettings;

/** Frames whose record only refers to their image. */
class OriginalFramesTest {
  @TempDir
  private Path folder;

  private ReferenceSettings below;
  private @Nullable String reference;

  @BeforeEach
  void allow() throws Exception {
    Path allowed = Files.createDirectories(folder.resolve("frames"));
    below =
        new ReferenceSettings(List.of("file://" + allowed + "/"), Duration.ofSeconds(2), 1_000_000);
    Files.write(allowed.resolve("0.jpg"), Sample.image(0, "jpg"));
    Files.write(allowed.resolve("1.jpg"), Sample.image(1, "jpg"));
    Files.write(folder.resolve("0.jpg"), Sample.image(0, "jpg"));
  }

  @Test
  void anImageThatLiesWhereItMayIsTheFrames() throws Exception {
    reference = below.prefixes().get(0) + "0.jpg";
    assertThat(image(below)).isEqualTo(Sample.image(0, "jpg"));
  }

  @Test
  void anImageThatWasExchangedIsRefused() {
    reference = below.prefixes().get(0) + "1.jpg";
    assertRefused(below, Unreleased.OTHER_BYTES);
  }

  @Test
  void anImageElsewhereIsNotFetched() {
    reference = "file://" + folder + "/0.jpg";
    assertRefused(below, Unreleased.REFERENCED);
    reference = below.prefixes().get(0) + "0.jpg";
    assertRefused(ReferenceSettings.NONE, Unreleased.REFERENCED);
  }

  @Test
  void anImageThatIsNotThereIsNotAvailable() {
    reference = below.prefixes().get(0) + "gone.jpg";
    assertRefused(below, Unreleased.UNAVAILABLE);
  }

  @Test
  void aRecordWithoutAnyImageIsNoFrame() {
    assertRefused(below, Unreleased.OTHER_RECORD);
  }

  private void assertRefused(ReferenceSettings settings, Unreleased why) {
    assertThatThrownBy(() -> image(settings))
        .isInstanceOfSatisfying(
            Unreleasable.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  private byte[] image(ReferenceSettings settings) throws Unreleasable {
    return new OriginalFrames(new Records(), settings)
        .of(ExamineFrameTest.directive(1, List.of(), "frames"))
        .image();
  }

  private final class Records implements FrameRecords {
    @Override
    public byte[] at(Origin origin) {
      return WireFormat.FRAME.encode(
          Sample.frame("s", 0).setImage(null).setReference(reference).build());
    }

    @Override
    public void close() {}
  }
}
