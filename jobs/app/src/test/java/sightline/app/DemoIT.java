package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.embedded.FreePort;

/** A small form of the demo as anyone sees it: the books balance, and no drawn visitor goes out uncovered. */
class DemoIT {
  @TempDir
  private Path folder;

  private JsonNode demo(Path home) throws Exception {
    Cli.home(home);
    Path summary = folder.resolve("summary.json");
    Cli cli = Cli.run(
        "demo",
        "--source",
        "drawn",
        "--seed",
        "1",
        "--duration",
        "20s",
        "--headless",
        "--no-fetch",
        "--port",
        FreePort.any(),
        "--summary",
        summary);
    assertThat(cli.exit()).as(cli.said()).isZero();
    return new ObjectMapper().readTree(Files.readString(summary));
  }

  private static long sum(JsonNode counts) {
    long sum = 0;
    for (JsonNode count : counts) {
      sum += count.asLong();
    }
    return sum;
  }

  private static void assertSound(JsonNode summary) {
    assertThat(summary.path("framesRead").asLong()).isPositive();
    assertThat(summary.path("framesRead").asLong())
        .isEqualTo(sum(summary.path("final")) + sum(summary.path("rejected")));
    assertThat(summary.path("finalTwice").asLong()).isZero();
    assertThat(summary.at("/final/RELEASE").asLong()).isPositive();
    assertThat(summary.at("/visitorFrames/drawn").asLong()).isPositive();
    assertThat(summary.at("/visitorFrames/REDACT").asLong()).isPositive();
    assertThat(summary.at("/visitorFrames/RELEASE").asLong()).isZero();
    assertThat(summary.at("/incidents/FACE_OF_NON_CONSENTING").asLong()).isPositive();
    assertThat(summary.path("alerts").asLong())
        .isGreaterThanOrEqualTo(sum(summary.path("incidents")));
    assertThat(summary.path("cohorts").size()).isEqualTo(6);
  }

  @Test
  void withoutModelsTheStandInIsEnoughForDrawnScenes() throws Exception {
    assertSound(demo(Assets.homeWithoutWeights(folder.resolve("home"))));
  }

  @Test
  void withModelsTheSame() throws Exception {
    assertSound(demo(Assets.homeWithModels(folder.resolve("home"))));
  }
}
