package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.drawn.DrawnScene;

/** Labelled footage in, figures out. */
class EvaluateIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private Path folder;

  private Path media() throws Exception {
    return Files.createDirectories(folder.resolve("media"));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private void drawn(String... more) throws Exception {
    Files.write(media().resolve("a.jpg"), DrawnScene.of(1, 0).jpeg(0));
    List<String> lines = new ArrayList<>(List.of(
        "{\"file\":\"a.jpg\",\"width\":%d,\"height\":%d,\"boxes\":[],\"labelled\":[\"face\",\"bystander\"]}"
            .formatted(
                DrawnScene.of(1, 0).camera().width(),
                DrawnScene.of(1, 0).camera().height())));
    lines.addAll(List.of(more));
    Files.write(media().resolve("annotations.jsonl"), lines);
  }

  private JsonNode evaluation() throws Exception {
    return JSON.readTree(Files.readString(out().resolve("evaluation.json")));
  }

  @Test
  void withoutAModelTheCleanFrameIsCountedAsWithheldAndLabelsOfNothingAreListed() throws Exception {
    drawn("{\"file\":\"b.jpg\",\"width\":8,\"height\":8,\"boxes\":[],\"labelled\":[]}");
    Cli.home(Assets.homeWithoutWeights(folder.resolve("home")));
    Cli cli = Cli.run("evaluate", media(), "--out", out(), "--no-fetch", "--parallelism", 1);
    assertThat(cli.exit()).as(cli.said()).isEqualTo(3);
    assertThat(cli.said()).contains("1 labels are of nothing", "line 2", "b.jpg");
    JsonNode withheld = evaluation().path("questions").findValue("withheld");
    assertThat(withheld.get(0).path("k").asInt()).isEqualTo(1);
    assertThat(Files.readString(out().resolve("report.html")))
        .contains("MODEL_MISSING", "pictures/over_redaction-01.jpg")
        .doesNotContain("http");
    assertThat(out().resolve("pictures/over_redaction-01.jpg")).isNotEmptyFile();

    Cli kept = Cli.run("evaluate", media(), "--out", out(), "--no-fetch", "--keep");
    assertThat(kept.said()).contains("finished already");
    assertThat(kept.exit()).isEqualTo(3);

    assertThat(Cli.run("evaluate", "--summary", "--out", folder).exit()).isZero();
    assertThat(Files.readString(folder.resolve("accuracy.md")))
        .contains("| media | 1 | 1 | 1 |", "not measured")
        .doesNotContain(folder.toString());
  }

  @Test
  void whatIsWrongWithTheLabelsIsNamedWithItsLine() throws Exception {
    Cli.home(Assets.homeWithoutWeights(folder.resolve("home")));
    Files.write(media().resolve("a.jpg"), new byte[] {1});
    Cli none = Cli.run("evaluate", media(), "--out", out(), "--no-fetch");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.said()).contains("no annotations below");
    drawn("{\"file\":");
    Cli broken = Cli.run("evaluate", media(), "--out", out(), "--no-fetch");
    assertThat(broken.exit()).isEqualTo(2);
    assertThat(broken.said()).contains("line 2 is not JSON");
    assertThat(out()).doesNotExist();
  }

  @Test
  void theFacesOfTheSharedPhotosAreCountedAsAnIndependentCountSays() throws Exception {
    Path faces = Assets.media().resolve("photos/faces_dlib");
    Cli.home(Assets.homeWithModels(folder.resolve("home")));
    Cli cli = Cli.run("evaluate", faces, "--out", out(), "--parallelism", 1);
    assertThat(cli.exit()).as(cli.said()).isZero();
    int all = 0;
    int leaked = 0;
    List<String> directives = Files.readAllLines(out().resolve("analysis/directives.jsonl"));
    for (String text : Files.readAllLines(faces.resolve("annotations.jsonl"))) {
      JsonNode line = JSON.readTree(text);
      JsonNode directive = JSON.readTree(directives.stream()
          .filter(other -> other.contains(line.path("file").asText()))
          .findFirst()
          .orElseThrow());
      for (JsonNode box : line.path("boxes")) {
        all++;
        leaked += coveredPixels(box, directive)
                < 0.8 * box.path("w").asInt() * box.path("h").asInt()
            ? 1
            : 0;
      }
    }
    JsonNode row = evaluation().path("questions").findValue("faces_below_80").get(0);
    assertThat(all).isEqualTo(18);
    assertThat(row.path("n").asInt()).isEqualTo(all);
    assertThat(row.path("k").asInt()).isEqualTo(leaked);
  }

  /** Pixel by pixel. */
  private static int coveredPixels(JsonNode box, JsonNode directive) {
    int covered = 0;
    for (int x = box.path("x").asInt();
        x < box.path("x").asInt() + box.path("w").asInt();
        x++) {
      for (int y = box.path("y").asInt();
          y < box.path("y").asInt() + box.path("h").asInt();
          y++) {
        for (JsonNode region : directive.path("regions")) {
          int left = region.path("x").asInt();
          int top = region.path("y").asInt();
          if (x >= left
              && y >= top
              && x < left + region.path("w").asInt()
              && y < top + region.path("h").asInt()) {
            covered++;
            break;
          }
        }
      }
    }
    return covered;
  }
}
