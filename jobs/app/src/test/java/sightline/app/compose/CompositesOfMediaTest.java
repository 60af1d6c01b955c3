package sightline.app.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the shared media, where they are. */
class CompositesOfMediaTest {
  @TempDir
  private Path out;

  @Test
  void placesRealFacesIntoRealFrames() throws IOException {
    String media = System.getenv("SIGHTLINE_MEDIA");
    assumeTrue(media != null && !media.isBlank(), "SIGHTLINE_MEDIA is not set");

    Composites.write(Family.FACES, Path.of(String.valueOf(media)), out, 3, 1, done -> {});

    assertThat(Lines.of(out.resolve("faces"))).hasSize(3).allSatisfy(line -> {
      assertThat(line.path("boxes")).isNotEmpty();
      assertThat(line.path("boxes").get(0).path("identity").asText()).isNotEmpty();
    });
  }
}
