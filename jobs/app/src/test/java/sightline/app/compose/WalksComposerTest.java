package sightline.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.drawn.Jpeg;

class WalksComposerTest {
  private static final int FRAMES = 300;

  /** In each clip so many frames at both ends show nobody. */
  private static final int EMPTY = 30;

  private static final Map<Integer, List<ObjectNode>> OF_SEED_1 = new ConcurrentHashMap<>();

  @TempDir
  private static Path folder;

  private static WalksComposer walks;

  @BeforeAll
  static void readsTheShelves() throws IOException {
    walks = Drawn.walks(folder);
  }

  @Test
  void aClipHangsOnItsSeedAndNumberAlone() {
    List<ObjectNode> alone = lines(WalkKind.COMES_CLOSE);
    byte[] picture = picture(3, 90);

    assertThat(drawn(turn(WalkKind.COMES_CLOSE), 1)).isEqualTo(alone);
    assertThat(drawn(turn(WalkKind.COMES_CLOSE), 2)).isNotEqualTo(alone);
    assertThat(picture(3, 90)).isEqualTo(picture);
  }

  @Test
  void somebodyComesAndGoesInEveryClip() {
    for (WalkKind kind : WalkKind.values()) {
      List<ObjectNode> lines = lines(kind);
      assertThat(lines).as(kind.id()).hasSize(FRAMES);
      for (int frame = 0; frame < FRAMES; frame++) {
        JsonNode line = lines.get(frame);
        assertThat(line.path("labelled").toString()).isEqualTo("[\"face\",\"bystander_person\"]");
        if (frame < EMPTY || frame >= FRAMES - EMPTY) {
          assertThat(line.path("boxes")).as(kind.id() + " " + frame).isEmpty();
          assertThat(line.path("ignore")).as(kind.id() + " " + frame).isEmpty();
        }
      }
      assertThat(lines.stream().filter(line -> face(line).isPresent()).count())
          .as(kind.id())
          .isGreaterThan(15);
    }
  }

  @Test
  void everyBoxLiesInThePictureAndShowsAQuarterOfAFaceAtLeast() {
    for (WalkKind kind : WalkKind.values()) {
      for (JsonNode line : lines(kind)) {
        for (JsonNode box : line.path("boxes")) {
          assertThat(box.path("x").asDouble()).isNotNegative();
          assertThat(box.path("y").asDouble()).isNotNegative();
          assertThat(box.path("x").asDouble() + box.path("w").asDouble()).isLessThan(240.11);
          assertThat(box.path("y").asDouble() + box.path("h").asDouble()).isLessThan(136.11);
        }
        face(line).ifPresent(face -> {
          assertThat(face.path("visible").asDouble()).isGreaterThanOrEqualTo(0.25);
          assertThat(face.path("identity").asText()).isNotEmpty();
        });
      }
    }
  }

  @Test
  void whoTurnsAwayIsStillThereWithoutAFace() {
    List<ObjectNode> lines = lines(WalkKind.TURNS_AWAY);

    assertThat(lines.stream()
            .filter(line -> face(line).isEmpty() && box(line, "person").isPresent())
            .count())
        .isGreaterThan(15);
  }

  @Test
  void whoPassesBehindSomethingIsGoneAndComesOutAgain() {
    String seen = faces(lines(WalkKind.PASSES_BEHIND));

    assertThat(seen).matches("\\.+1+\\.{2,}1+\\.+");
  }

  @Test
  void whoIsHalfCoveredShowsAPartOfHisFaceForASecondAndMore() {
    long part = lines(WalkKind.HALF_COVERED).stream()
        .filter(line -> face(line).isPresent()
            && face(line).orElseThrow().path("conditions").path("cover").asDouble() > 0.25)
        .count();

    assertThat(part).isGreaterThan(30);
  }

  @Test
  void whoComesCloseFillsHalfOfTheHeight() {
    double largest = lines(WalkKind.COMES_CLOSE).stream()
        .flatMap(line -> face(line).stream())
        .mapToDouble(face -> face.path("h").asDouble())
        .max()
        .orElseThrow();

    assertThat(largest).isGreaterThan(0.48 * 136);
  }

  @Test
  void theFaceLeavesByTheEdgeThatTheKindSays() {
    assertThat(last(WalkKind.LEAVES_LEFT).path("x").asDouble()).isLessThan(10);
    JsonNode right = last(WalkKind.LEAVES_RIGHT);
    assertThat(right.path("x").asDouble() + right.path("w").asDouble()).isGreaterThan(230);
    assertThat(last(WalkKind.LEAVES_TOP).path("y").asDouble()).isLessThan(8);
    JsonNode bottom = last(WalkKind.LEAVES_BOTTOM);
    assertThat(bottom.path("y").asDouble() + bottom.path("h").asDouble()).isGreaterThan(128);
  }

  private static JsonNode last(WalkKind kind) {
    List<JsonNode> faces =
        lines(kind).stream().flatMap(line -> face(line).stream()).toList();
    return faces.get(faces.size() - 1);
  }

  private static String faces(List<ObjectNode> lines) {
    StringBuilder seen = new StringBuilder();
    lines.forEach(line -> seen.append(face(line).isPresent() ? '1' : '.'));
    return seen.toString();
  }

  private static Optional<JsonNode> face(JsonNode line) {
    return box(line, "face");
  }

  private static Optional<JsonNode> box(JsonNode line, String label) {
    for (JsonNode box : line.path("boxes")) {
      if (box.path("label").asText().equals(label)) {
        return Optional.of(box);
      }
    }
    return Optional.empty();
  }

  private static List<ObjectNode> lines(WalkKind kind) {
    return OF_SEED_1.computeIfAbsent(turn(kind), number -> drawn(number, 1));
  }

  private static int turn(WalkKind kind) {
    return List.of(WalkKind.values()).indexOf(kind);
  }

  private static List<ObjectNode> drawn(int number, long seed) {
    return walks.draw(number, seed).map(Composite::truth).toList();
  }

  private static byte[] picture(int number, int at) {
    return walks
        .draw(number, 1)
        .skip(at)
        .map(frame -> Jpeg.of(frame.picture(), 0.9f))
        .findFirst()
        .orElseThrow();
  }
}
