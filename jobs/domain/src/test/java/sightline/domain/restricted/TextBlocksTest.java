package sightline.domain.restricted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;

class TextBlocksTest {
  private static final BlockRules RULES = new BlockRules(1.5, 3, 0.5, 6, 0.5);

  private static Detection line(double left, double top, double width, double height) {
    return new Detection(new Box((float) left, (float) top, (float) width, (float) height), 0.9);
  }

  private static List<TextBlock> blocks(Detection... lines) {
    return TextBlocks.of(List.of(lines), List.of(), RULES);
  }

  /** Each row: a second line's place against a first one at 100,100 of 80 x 10 pixels. */
  @ParameterizedTest
  @CsvSource({
    "100, 115, 80, 10, 1, the next line of a letter",
    "100, 124, 80, 10, 1, a paragraph further down",
    "190, 100, 40, 10, 1, the next word",
    "100, 126, 80, 10, 2, another label below",
    "196, 100, 40, 10, 2, another label beside it",
    "100, 115, 80, 31, 2, letters of another size",
    "150, 105, 80, 40, 1, a box that overlaps",
    "100, 112, 10, 80, 1, a line across it"
  })
  void putsTogetherWhatLiesTogether(
      double left, double top, double width, double height, int expected, String what) {
    assertThat(blocks(line(100, 100, 80, 10), line(left, top, width, height)))
        .as(what)
        .hasSize(expected);
  }

  @Test
  void callsOneLineALabelAndSeveralADocument() {
    TextBlock label = blocks(line(0, 0, 30, 10), line(40, 1, 50, 10)).get(0);
    TextBlock letter =
        blocks(line(0, 0, 90, 10), line(0, 15, 90, 10), line(0, 30, 40, 10)).get(0);
    assertThat(label.kind()).isEqualTo(BlockKind.LABEL);
    assertThat(label.lines()).isEqualTo(1);
    assertThat(letter.kind()).isEqualTo(BlockKind.DOCUMENT);
    assertThat(letter.lines()).isEqualTo(3);
    assertThat(letter.textHeight()).isEqualTo(10);
    assertThat(letter.box()).isEqualTo(new Box(-5, -5, 100, 50));
  }

  @Test
  void countsTheLinesOfAPaperThatLiesOnItsSide() {
    assertThat(blocks(line(0, 0, 10, 90), line(15, 0, 10, 90), line(30, 0, 10, 40))
            .get(0)
            .lines())
        .isEqualTo(3);
  }

  @Test
  void leavesOutWhatNobodyCouldRead() {
    assertThat(blocks(line(0, 0, 20, 5.9))).isEmpty();
    assertThat(blocks(line(0, 0, 20, 6))).hasSize(1);
    Detection faint = new Detection(new Box(0, 0, 30, 12), 0.4);
    assertThat(blocks(faint)).isEmpty();
  }

  @Test
  void hidesFaintLinesOfAPaperOnWhichOthersAreClear() {
    Detection faint = new Detection(new Box(0, 15, 90, 10), 0.2);
    assertThat(blocks(line(0, 0, 90, 10), faint)).singleElement().satisfies(block -> {
      assertThat(block.confidence()).isEqualTo(0.9);
      assertThat(block.box().intersection(faint.box())).isEqualTo(faint.box().area());
    });
  }

  @Test
  void tellsAnIdentityCardByTheFaceBesideTheText() {
    List<Detection> text = List.of(line(60, 10, 90, 8), line(60, 26, 70, 8), line(60, 42, 80, 8));
    Box face = new Box(15, 25, 25, 32);
    assertThat(TextBlocks.of(text, List.of(face), RULES)).singleElement().satisfies(card -> {
      assertThat(card.kind()).isEqualTo(BlockKind.CARD);
      assertThat(card.box().intersection(face)).isEqualTo(face.area());
    });
  }

  @ParameterizedTest
  @CsvSource({"-150, 0, 25, 32", "-60, -100, 150, 190"})
  void takesNobodyBehindAPaperForItsPhotograph(float left, float top, float width, float height) {
    List<Detection> text = List.of(line(60, 10, 90, 8), line(60, 26, 70, 8), line(60, 42, 80, 8));
    Box face = new Box(left, top, width, height);
    assertThat(TextBlocks.of(text, List.of(face), RULES))
        .singleElement()
        .satisfies(block -> assertThat(block.kind()).isEqualTo(BlockKind.DOCUMENT));
  }

  @Test
  void givesTheSameBlocksInEveryOrderAndLosesNoReadableLine() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Detection> lines = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        lines.add(new Detection(
            new Box(
                random.nextInt(600),
                random.nextInt(400),
                10 + random.nextInt(90),
                7 + random.nextInt(20)),
            0.5 + random.nextInt(50) / 100.0));
      }
      List<TextBlock> blocks = TextBlocks.of(lines, List.of(), RULES);
      Collections.shuffle(lines, random);
      assertThat(TextBlocks.of(lines, List.of(), RULES)).as("seed %s", seed).isEqualTo(blocks);
      assertThat(lines)
          .as("seed %s", seed)
          .allSatisfy(line -> assertThat(blocks)
              .anyMatch(block ->
                  block.box().intersection(line.box()) >= 0.999 * line.box().area()));
    }
  }

  @Test
  void findsNothingWhereThereIsNoText() {
    assertThat(blocks()).isEmpty();
  }

  @Test
  void refusesRulesThatMeanNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BlockRules(1.5, 0.5, 0.5, 6, 0.5));
  }
}
