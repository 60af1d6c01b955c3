package sightline.pipeline.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.leak.PassQuality;
import sightline.wire.SecondPassQualities;

class ThoroughPassTest {
  @TempDir
  private Path folder;

  @Test
  void itsQualityIsTheOneThatWasMeasuredOfThisPass() throws Exception {
    measured("one", "face/a-1 verification/b-1");
    measured("two", "face/a-1 verification/b-2");

    assertThat(ThoroughPass.measured(folder, "face/a-1 verification/b-2").quality())
        .isEqualTo(new PassQuality(100, 20, 1_000, 10));
  }

  @Test
  void withoutAQualityOfItsOwnItSaysHowToMeasureOne() throws Exception {
    assertThatThrownBy(() -> ThoroughPass.measured(folder, "face/a-1"))
        .hasMessageContaining("--second-pass")
        .hasMessageContaining("--sample-rate 0");
    measured("one", "face/a-2");
    measured("two", "face/a-2");
    assertThatThrownBy(() -> ThoroughPass.measured(folder, "face/a-1"))
        .hasMessageContaining("none in");
    assertThatThrownBy(() -> ThoroughPass.measured(folder, "face/a-2"))
        .hasMessageContaining("2 in");
  }

  @Test
  void aFileThatDoesNotReadIsNamed() throws Exception {
    Files.writeString(measured("one", "face/a-1"), "{}");
    assertThatThrownBy(() -> ThoroughPass.measured(folder, "face/a-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one")
        .hasMessageContaining("format");
  }

  @Test
  void aSeedIsMadeOfASecretAndStaysTheSame() throws Exception {
    Path file = Files.write(
        folder.resolve("secret"), "sixteen bytes and more".getBytes(StandardCharsets.UTF_8));
    Path other = Files.write(
        folder.resolve("other"), "another one, as long".getBytes(StandardCharsets.UTF_8));
    long seed = new SampleSeed(file.toString(), null).read();

    assertThat(new SampleSeed(file.toString(), null).read()).isEqualTo(seed);
    assertThat(new SampleSeed(other.toString(), null).read()).isNotEqualTo(seed);
    assertThat(new SampleSeed("", 42L).read()).isEqualTo(42);
    Path small = Files.write(folder.resolve("short"), new byte[15]);
    assertThatThrownBy(() -> new SampleSeed(small.toString(), null).read())
        .hasMessageContaining("16 bytes");
    assertThatThrownBy(() -> new SampleSeed(folder.resolve("none").toString(), null).read())
        .hasMessageContaining("cannot be read");
  }

  private Path measured(String name, String pass) throws Exception {
    Path file = folder.resolve(name).resolve("quality.json");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(
        file,
        SecondPassQualities.write(new SecondPassQualities.Measured(
            pass, 0.5, new PassQuality(100, 20, 1_000, 10), List.of("none"), "none")));
  }
}
