package sightline.app.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositesTest {
  @TempDir
  private Path folder;

  private Path out;
  private final List<Progress> progress = new ArrayList<>();

  @BeforeEach
  void namesTheOutput() {
    out = folder.resolve("out");
  }

  @Test
  void writesPicturesTheirLinesAndAReceipt() throws IOException {
    assertThat(write(6, 1)).isEqualTo(Composites.Outcome.WRITTEN);

    List<JsonNode> lines = Lines.of(out.resolve("conditions"));
    assertThat(lines).hasSize(6).allSatisfy(line -> {
      assertThat(out.resolve("conditions").resolve(line.path("file").asText())).isRegularFile();
      assertThat(line.path("family").asText()).isEqualTo("conditions");
      assertThat(line.path("seed").asLong()).isEqualTo(1);
    });
    assertThat(out.resolve("conditions").resolve("complete.json")).isRegularFile();
    assertThat(progress).last().isEqualTo(new Progress(Family.CONDITIONS, 6, 6));
  }

  @Test
  void leavesWhatIsComplete() throws IOException {
    write(3, 1);
    progress.clear();

    assertThat(write(3, 1)).isEqualTo(Composites.Outcome.ALREADY_THERE);
    assertThat(progress).isEmpty();
  }

  @Test
  void anotherSeedOrCountIsWrittenAnew() throws IOException {
    write(4, 1);
    byte[] first = Files.readAllBytes(out.resolve("conditions/00000.jpg"));

    assertThat(write(2, 2)).isEqualTo(Composites.Outcome.WRITTEN);
    assertThat(Files.readAllBytes(out.resolve("conditions/00000.jpg"))).isNotEqualTo(first);
    assertThat(out.resolve("conditions/00003.jpg")).doesNotExist();
  }

  @Test
  void whatWasBrokenOffIsWrittenAnew() throws IOException {
    write(3, 1);
    byte[] whole = Files.readAllBytes(out.resolve("conditions/annotations.jsonl"));
    Files.delete(out.resolve("conditions/complete.json"));
    Files.writeString(out.resolve("conditions/annotations.jsonl"), "");

    assertThat(write(3, 1)).isEqualTo(Composites.Outcome.WRITTEN);
    assertThat(Files.readAllBytes(out.resolve("conditions/annotations.jsonl"))).isEqualTo(whole);
  }

  @Test
  void missingMediaAreNamed() {
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> Composites.write(Family.FACES, nowhere, out, 2, 1, progress::add))
        .isInstanceOf(MediaMissing.class)
        .hasMessageContaining(nowhere.toString())
        .hasMessageContaining("SIGHTLINE_MEDIA");
    assertThat(out).doesNotExist();
  }

  @Test
  void anUnknownFamilyIsAnsweredWithThoseThereAre() {
    assertThatThrownBy(() -> Family.of("cats"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fairness");
  }

  @Test
  void aClipHasALineForEveryFrame() throws IOException {
    WalksComposer walks = Drawn.walks(folder);
    Composites.write(Family.WALKS, () -> new Clips(walks), out, 1, 1, progress::add);

    List<JsonNode> lines = Lines.of(out.resolve("walks"));
    assertThat(lines).hasSize(300);
    for (int frame = 0; frame < lines.size(); frame++) {
      assertThat(lines.get(frame).path("file").asText()).isEqualTo("00000.avi");
      assertThat(lines.get(frame).path("frame").asInt(-1)).isEqualTo(frame);
    }
    assertThat(out.resolve("walks/00000.avi")).isRegularFile();
  }

  private Composites.Outcome write(int count, long seed) throws IOException {
    return Composites.write(
        Family.CONDITIONS,
        () -> new Pictures(new ConditionsComposer(Drawn.backdrops())),
        out,
        count,
        seed,
        progress::add);
  }
}
