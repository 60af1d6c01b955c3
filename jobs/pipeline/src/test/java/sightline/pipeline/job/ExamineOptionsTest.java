package sightline.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamineOptionsTest {
  @TempDir
  private Path folder;

  @Test
  void withAShareOfNoneNoModelIsNeeded() throws Exception {
    assertThat(read("--sample-rate", "0").examine()).isNull();
    assertThat(read("--sample-rate", "0.0").examine()).isNull();
  }

  @Test
  void withoutAFaceModelItSaysWhatToDo() {
    for (String models : List.of(folder.toString(), folder.resolve("nowhere").toString())) {
      assertThatThrownBy(() -> read("--models", models))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("fetch-models")
          .hasMessageContaining("--sample-rate 0");
    }
  }

  @Test
  void everyWrongNumberIsNamedWithTheUsage() {
    assertThatThrownBy(() -> read("--sample-rate", "1.5", "--k", "0"))
        .hasMessageContaining("--sample-rate is a share")
        .hasMessageContaining("--k is a whole number")
        .hasMessageContaining("--sample-seed FILE|NUMBER");
    assertThatThrownBy(() -> read("--sample-rate", "NaN")).hasMessageContaining("--sample-rate");
    assertThatThrownBy(() -> read("--k", "ten")).hasMessageContaining("--k");
  }

  @Test
  void aSeedsFileThatIsNotThereIsAnErrorAtTheStart() {
    assertThatThrownBy(() -> read("--sample-seed", folder.resolve("none").toString()))
        .hasMessageContaining("the secret's file cannot be read");
  }

  private RedactOptions read(String... more) throws Exception {
    Path key = Files.write(
        folder.resolve("key"),
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded());
    List<String> arguments =
        new ArrayList<>(List.of("--bootstrap", "none:1", "--key", key.toString()));
    arguments.addAll(List.of(more));
    return RedactOptions.read(arguments.toArray(String[]::new));
  }
}
