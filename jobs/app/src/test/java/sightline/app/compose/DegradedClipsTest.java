package sightline.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.verdict.ReasonCode;
import sightline.vision.decode.VideoFrame;
import sightline.vision.decode.VideoReader;

class DegradedClipsTest {
  private static final List<Degradation> TWO = List.of(Degradation.DARK, Degradation.FROZEN);

  @TempDir
  private Path folder;

  /** A second and a half of drawn pictures, each other than the one before. */
  private static List<Backdrop> clip() {
    List<Backdrop> frames = new ArrayList<>();
    for (int frame = 0; frame < 45; frame++) {
      Backdrop drawn = Drawn.backdrops().get(frame % 6);
      frames.add(new Backdrop("ego_home/drawn.mp4", frame, drawn.jpeg()));
    }
    return frames;
  }

  private List<JsonNode> write(String name, long seed, List<Degradation> ways) throws IOException {
    Path out = folder.resolve(name);
    Composites.write(
        Family.DEGRADED, () -> new DegradedClips(List.of(clip()), ways), out, 1, seed, done -> {});
    return Lines.of(out.resolve("degraded"));
  }

  private List<VideoFrame> frames(String name, JsonNode line) throws Exception {
    List<VideoFrame> frames = new ArrayList<>();
    Path file =
        folder.resolve(name).resolve("degraded").resolve(line.path("file").asText());
    try (VideoReader video = VideoReader.open(file)) {
      while (video.hasNext()) {
        frames.add(video.next());
      }
    }
    return frames;
  }

  @Test
  void eachClipComesCleanFirstAndThenSpoiltInEveryWay() throws IOException {
    List<JsonNode> lines = write("a", 1, TWO);
    assertThat(lines)
        .extracting(line -> "%s %s %s"
            .formatted(
                line.path("degraded").path("way").asText(),
                line.path("degraded").path("strength").asText(),
                line.path("degraded").path("extent").asText()))
        .containsExactly(
            "clean  ",
            "dark 0.16 whole",
            "dark 0.16 part",
            "dark 0.08 whole",
            "dark 0.08 part",
            "frozen 0.4 whole",
            "frozen 1.0 whole");
    assertThat(lines).allSatisfy(line -> {
      assertThat(line.path("degraded").path("undone").asText()).isEqualTo("00000.avi");
      assertThat(line.path("split").asText()).isEqualTo("tune");
    });
    JsonNode dark = lines.get(2).path("degraded");
    assertThat(dark.path("first").asText()).isEqualTo("TOO_DARK");
    assertThat(dark.path("undoneBy").asText()).isEqualTo("LIGHT_ON");
    assertThat(dark.path("fromMillis").asInt()).isEqualTo(900);
    assertThat(dark.path("toMillis").asInt()).isEqualTo(1_400);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
    write("a", 1, TWO);
    write("b", 1, TWO);
    write("c", 2, TWO);
    for (String file : List.of("00000.avi", "00001.avi", "annotations.jsonl")) {
      assertThat(folder.resolve("a/degraded").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("b/degraded").resolve(file));
    }
    assertThat(Files.readAllBytes(folder.resolve("a/degraded/00001.avi")))
        .isNotEqualTo(Files.readAllBytes(folder.resolve("c/degraded/00001.avi")));
  }

  @Test
  void aFrozenClipShowsOnePictureFromItsSpanOn() throws Exception {
    List<JsonNode> lines = write("a", 1, TWO);
    List<VideoFrame> frames = frames("a", lines.get(5));
    assertThat(frames).hasSize(15);
    for (int at = 1; at < frames.size(); at++) {
      boolean same =
          java.util.Arrays.equals(frames.get(at).jpeg(), frames.get(at - 1).jpeg());
      assertThat(same).as("frame %s", at).isEqualTo(at > 9);
    }
  }

  @Test
  void aSlowClipIsSlowForWhoeverReadsItAndASmallOneSmall() throws Exception {
    List<JsonNode> lines = write("a", 1, List.of(Degradation.SLOW, Degradation.LOW_RESOLUTION));
    List<VideoFrame> slow = frames("a", lines.get(1));
    assertThat(slow.get(1).timestampMillis() - slow.get(0).timestampMillis()).isEqualTo(250);
    List<VideoFrame> small = frames("a", lines.get(4));
    assertThat(small.get(0).height()).isEqualTo(120);
    assertThat(lines.get(4).path("height").asInt()).isEqualTo(120);
  }

  @Test
  void everyWayExpectsAReasonOfItsOwn() {
    assertThat(List.of(Degradation.values()))
        .extracting(Degradation::first)
        .doesNotHaveDuplicates()
        .allSatisfy(code -> assertThat(ReasonCode.values()).contains(code));
  }
}
