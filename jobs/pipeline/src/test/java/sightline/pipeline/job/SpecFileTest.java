package sightline.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.framing.FramingSpec;
import sightline.domain.people.View;

class SpecFileTest {
  @TempDir
  Path folder;

  private String file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("spec.yaml"), yaml).toString();
  }

  @Test
  void twoSpecsHaveNames() {
    assertThat(SpecFile.named("household")).isEqualTo(FramingSpec.household());
    assertThat(SpecFile.named("tripod").view()).isEqualTo(View.TRIPOD);
  }

  @Test
  void whatAFileDoesNotSayIsAsUsualForItsView() throws IOException {
    FramingSpec spec =
        SpecFile.named(file("framing: {view: tripod, hands: 2, safe_area: {left: 0.2}}"));
    assertThat(spec.hands()).isEqualTo(2);
    assertThat(spec.safe().left()).isEqualTo(0.2);
    assertThat(spec.maxTiltDegrees()).isEqualTo(FramingSpec.tripod().maxTiltDegrees());
  }

  @Test
  void aMisspeltFieldIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecFile.named(file("framing: {hand: 2}")))
        .withMessageContaining("framing.hand: there is no such field");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecFile.named(file("view: tripod")))
        .withMessageContaining("framing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecFile.named("nowhere.yaml"))
        .withMessageContaining("nowhere.yaml");
  }
}
