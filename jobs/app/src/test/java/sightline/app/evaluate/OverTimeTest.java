package sightline.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.wire.ReviewCurves;

/** What is counted over the frames of a clip, what a cut on doubt comes to, and how two ways of deciding stand side by side. */
class OverTimeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WALKS = "composites/walks";

  @TempDir
  private Path folder;

  private final List<Material.Labelled> frames = new ArrayList<>();

  /**
   * A frame of a clip.
   *
   * @param size of its face, 0 where it has none
   * @param covered share of the face that is hidden
   */
  private void frame(
      String set, String clip, int size, double covered, double doubt, String... withheldBecause) {
    int number = (int)
        frames.stream().filter(frame -> frame.truth().session().equals(clip)).count();
    ObjectNode line = JSON.createObjectNode().put("width", 200).put("height", 100);
    line.putArray("labelled").add("face").add("bystander_person");
    line.putObject("conditions").put("kind", clip);
    if (size > 0) {
      box(line.putArray("boxes").addObject(), size, size).put("label", "face");
    }
    ObjectNode directive = JSON.createObjectNode().put("doubt", doubt);
    directive.put("disposition", withheldBecause.length > 0 ? "WITHHOLD" : "REDACT");
    for (String reason : withheldBecause) {
      directive.withArray("/withheldBecause").add(reason);
    }
    if (covered > 0) {
      box(directive.putArray("regions").addObject(), size * covered, size).put("kind", "FACE");
    }
    frames.add(new Material.Labelled(
        Truth.of(set, clip, number, line), new Seen(directive, JSON.createObjectNode())));
  }

  private static ObjectNode box(ObjectNode node, double w, double h) {
    return node.put("x", 20).put("y", 20).put("w", w).put("h", h);
  }

  private Material material() {
    Map<Material.Place, Seen> all = new LinkedHashMap<>();
    frames.forEach(frame ->
        all.put(new Material.Place(frame.truth().session(), frame.truth().frame()), frame.seen()));
    return new Material(frames, all, List.of());
  }

  private static String counts(Answer answer, String name, Group group) {
    Rates.Row row = answer.rates(name).row(group);
    return row.k() + "/" + row.n() + (row.withheld() == 0 ? "" : " w" + row.withheld());
  }

  private static String counts(Answer answer, String name) {
    return counts(answer, name, Rates.ALL);
  }

  @Test
  void aRunIsHowManyFramesOnEndAFaceOf24PixelsAndMoreIsOpen() {
    for (int at = 0; at < 40; at++) {
      boolean open = at == 3 || (at >= 10 && at < 15);
      frame(WALKS, "crosses", at == 20 ? 23 : 30, open || at == 20 ? 0.5 : 0.9, 0);
    }
    frame(WALKS, "crosses", 30, 0.5, 0, "LATE");

    Answer answer = new LeaksOverTime().ask(material());

    assertThat(counts(answer, LeaksOverTime.BELOW_80)).isEqualTo("6/39 w1");
    assertThat(counts(answer, LeaksOverTime.BELOW_95)).isEqualTo("39/39 w1");
    assertThat(counts(answer, "open_for_3_frames_and_more_on_end")).isEqualTo("1/2");
    assertThat(counts(answer, "clips_with_an_open_face")).isEqualTo("1/1");
    assertThat(answer.estimates())
        .filteredOn(estimate -> estimate.group().value().equals(WALKS + ", crosses"))
        .singleElement()
        .satisfies(longest -> {
          assertThat(longest.value()).isEqualTo(5);
          assertThat(longest.n()).isEqualTo(2);
        });
  }

  @Test
  void aClipWithGapsInItsLabelsSaysNothingOfRuns() {
    for (int at = 0; at < 40; at++) {
      frame("videos", "sparse", 30, 0, 0);
    }
    frames.remove(20);

    assertThat(new LeaksOverTime().ask(material()).isEmpty()).isTrue();
  }

  @Test
  void reviewIsAWayOfBeingWithheld() {
    frame("set", "clip", 0, 0, 0);
    frame("set", "clip", 0, 0, 0, "REVIEW");
    frame("set", "clip", 0, 0, 0, "DETECTION_REVIEW", "LATE");
    frame("set", "clip", 0, 0, 0, "LATE");

    Answer answer = new Unseen().ask(material());

    assertThat(counts(answer, Unseen.WITHHELD)).isEqualTo("3/4");
    assertThat(counts(answer, Unseen.REVIEW)).isEqualTo("2/4");
    assertThat(counts(answer, "every_frame_in_review")).isEqualTo("2/4");
  }

  @Test
  void aCutSendsFramesToReviewThatReachItAndLeavesTheOthersOpen() {
    frame("set", "clip", 30, 0.5, 0.1);
    frame("set", "clip", 30, 0.5, 0.4);
    frame("set", "clip", 30, 0.9, 0.4);
    frame("set", "clip", 30, 0.5, 0.9, "REVIEW");
    frame("set", "clip", 30, 0.5, 0.9, "LATE");
    frame("set", "clip", 0, 0, 0.4);

    Answer answer = new Doubts().ask(material());

    assertThat(counts(answer, Doubts.REVIEWED, Doubts.cut(0.4))).isEqualTo("4/6");
    assertThat(counts(answer, Doubts.LEAKED, Doubts.cut(0.4))).isEqualTo("1/5");
    assertThat(counts(answer, Doubts.REVIEWED, Doubts.cut(0.41))).isEqualTo("1/6");
    assertThat(counts(answer, Doubts.LEAKED_LARGE, Doubts.cut(0.41))).isEqualTo("2/5");
    assertThat(counts(answer, Doubts.LEAKED, Doubts.cut(Doubts.NEVER)))
        .as("what is in review now is shown where nothing is reviewed")
        .isEqualTo("3/5");
    assertThat(counts(answer, Doubts.REVIEWED_CLEAN, Doubts.cut(0.4))).isEqualTo("1/1");
  }

  @Test
  void aDirectiveWithoutADoubtIsNotOneWithoutDoubts() {
    frame("set", "clip", 30, 0.5, 0.1);
    ((ObjectNode) frames.get(0).seen().directive()).remove("doubt");

    assertThat(new Doubts().ask(material()).isEmpty()).isTrue();
  }

  /** Doubts that we made: of clean frames few are doubtful, of open faces most. */
  private Summary measured() throws IOException {
    for (int at = 0; at < 300; at++) {
      frame("videos/ego_home", "clean", 0, 0, at < 3 ? 0.5 : at < 60 ? 0.2 : 0);
    }
    evaluation("videos/ego_home");
    for (int at = 0; at < 100; at++) {
      frame(WALKS, "crosses", 30, at < 10 ? 0.5 : 1, at < 8 ? 0.6 : at < 10 ? 0.1 : 0);
    }
    evaluation(WALKS);
    return Summary.below(folder);
  }

  private void evaluation(String set) throws IOException {
    Path out = Files.createDirectories(folder.resolve("sets").resolve(set));
    new Evaluation(
            set,
            "stamp",
            Set.of("face-1"),
            Set.of("household-1"),
            frames.size(),
            frames.size(),
            List.of(),
            Questions.ALL.stream()
                .map(question -> question.ask(material()))
                .filter(answer -> !answer.isEmpty())
                .toList())
        .write(out);
    frames.clear();
  }

  @Test
  void theCurveOfAPolicyIsWrittenAndRead() throws IOException {
    Path file = measured().writeCurve(folder.resolve("review"));

    assertThat(file).isEqualTo(folder.resolve("review/household-1/curve.json"));
    assertThat(ReviewCurves.read(Files.readString(file)).cutFor(0.05))
        .isEqualTo(OptionalDouble.of(0.21));
    assertThat(Files.readString(file)).contains("\"faceSets\":[\"composites/walks\"]");
  }

  @Test
  void theDocumentsHaveThePlotBesideThem() throws IOException {
    Path docs = Files.createDirectories(folder.resolve("docs"));
    measured().writeDocs(docs.resolve("accuracy.md"));

    assertThat(Files.readString(docs.resolve("accuracy.md"))).contains("(leak-review.svg)");
    assertThat(Files.readString(docs.resolve("leak-review.svg")))
        .contains("budget: 5% of frames", "walks, placed (n = 100)", "n = 300");
    assertThat(JSON.readTree(Files.readString(docs.resolve("leak-review.json"))))
        .hasSize(1);
  }

  @Test
  void withoutDoubtsOfCleanFootageThereIsNoCurve() throws IOException {
    frame(WALKS, "crosses", 30, 0.5, 0.3);
    evaluation(WALKS);
    Summary summary = Summary.below(folder);

    assertThatThrownBy(() -> summary.writeCurve(folder)).hasMessageContaining("ego_home");
    assertThat(summary.markdown()).doesNotContain("leak-review");
  }

  @Test
  void aSetDecidedTwiceStandsSideBySideAndCountsOnce() throws IOException {
    frame(WALKS, "crosses", 30, 0.9, 0);
    evaluation(WALKS);
    frame(WALKS, "crosses", 30, 0.5, 0);
    evaluation(WALKS + SideBySide.SINGLE);
    Summary summary = Summary.below(folder);

    assertThat(summary.sets()).isEqualTo(1);
    assertThat(summary
            .rates(Leaks.ID, "faces_below_80", set -> true)
            .row(Rates.ALL)
            .n())
        .isEqualTo(1);
    assertThat(SideBySide.rows(summary).get(0)).satisfies(row -> {
      assertThat(row.set()).isEqualTo(WALKS);
      assertThat(row.single().k()).isEqualTo(1);
      assertThat(row.tracked().k()).isEqualTo(0);
    });
    assertThat(summary.markdown())
        .contains("| composites/walks | faces below 80% covered | 1/1, 100.00%")
        .doesNotContain("`scripts/evaluate composites/walks@single`");
  }
}
