package sightline.app.compose.cover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.drawn.DrawnScene;

class CoverSetTest {
  @TempDir
  Path folder;

  private List<String> written(String name) throws IOException {
    Path out = folder.resolve(name);
    try (CoverSet set = new CoverSet(out, new CoverSet.Options(2, 1, "test", 128, 3))) {
      set.add(DrawnScene.of(1, 0).draw(10), "drawn/0#10");
      set.add(DrawnScene.of(1, 1).draw(10), "drawn/1#10");
    }
    return Files.readAllLines(out.resolve("annotations.jsonl"));
  }

  @Test
  void writesAPictureAndALineForEach() throws IOException {
    List<String> lines = written("a");
    assertThat(lines).hasSize(8);
    JsonNode clean = new ObjectMapper().readTree(lines.get(0));
    assertThat(clean.get("cover").isNull()).isTrue();
    assertThat(clean.get("labelled").toString()).isEqualTo("[\"lens_cover\"]");
    JsonNode covered = new ObjectMapper().readTree(lines.get(2));
    assertThat(covered.get("cover").get("family").asText()).isEqualTo("finger");
    assertThat(covered.get("cover").get("cells").asText()).hasSize(144);
    assertThat(covered.get("base").asText()).isEqualTo("drawn/0#10");
    for (String line : lines) {
      assertThat(folder
              .resolve("a")
              .resolve(new ObjectMapper().readTree(line).get("file").asText()))
          .isRegularFile();
    }
  }

  @Test
  void writesTheSameFilesAgain() throws IOException {
    assertThat(written("a")).isEqualTo(written("b"));
    for (int i = 0; i < 8; i++) {
      String file = "%06d.jpg".formatted(i);
      assertThat(folder.resolve("a").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
    }
  }
}
