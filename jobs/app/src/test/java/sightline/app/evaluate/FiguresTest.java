package sightline.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sightline.app.evaluate.Rates.Outcome;

/** The arithmetic, against values known from elsewhere or counted another way. */
class FiguresTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void wilsonsIntervalIsTheOneOfTheTables() {
    // 81 of 263, in R. G. Newcombe, Statistics in Medicine 17 (1998), table I: 0.2553 to 0.3662
    assertThat(Interval.wilson(81, 263).low()).isCloseTo(0.2553, within(5e-5));
    assertThat(Interval.wilson(81, 263).high()).isCloseTo(0.3662, within(5e-5));
    // 0 of 20 and 1 of 29 in the same table
    assertThat(Interval.wilson(0, 20))
        .isEqualTo(new Interval(0, Interval.wilson(0, 20).high()));
    assertThat(Interval.wilson(0, 20).high()).isCloseTo(0.1611, within(5e-5));
    assertThat(Interval.wilson(1, 29).low()).isCloseTo(0.0061, within(5e-5));
    assertThat(Interval.wilson(1, 29).high()).isCloseTo(0.1718, within(5e-5));
    assertThat(Interval.wilson(20, 20).high()).isEqualTo(1);
    assertThatThrownBy(() -> Interval.wilson(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void coverageCountsOverlapsOnceAndNothingOutside() {
    Rect box = new Rect(10, 10, 10, 10);
    assertThat(Coverage.of(box, List.of())).isZero();
    assertThat(Coverage.of(box, List.of(new Rect(0, 0, 5, 5)))).isZero();
    assertThat(Coverage.of(box, List.of(new Rect(0, 0, 15, 40)))).isEqualTo(0.5);
    assertThat(Coverage.of(box, List.of(new Rect(0, 0, 15, 40), new Rect(12, 0, 3, 40))))
        .isEqualTo(0.5);
    assertThat(Coverage.of(box, List.of(new Rect(10, 10, 5, 5), new Rect(15, 15, 5, 5))))
        .isEqualTo(0.5);
    assertThat(Coverage.of(box, List.of(new Rect(0, 0, 99, 99)))).isEqualTo(1);
  }

  @Test
  void coverageIsWhatCountingPixelsGives() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Rect> covers = IntStream.range(0, 1 + random.nextInt(6))
          .mapToObj(at -> new Rect(
              random.nextInt(30),
              random.nextInt(30),
              1 + random.nextInt(20),
              1 + random.nextInt(20)))
          .toList();
      Rect box = new Rect(5, 7, 20, 15);
      int covered = 0;
      for (int x = 5; x < 25; x++) {
        for (int y = 7; y < 22; y++) {
          Rect pixel = new Rect(x, y, 1, 1);
          covered += covers.stream().anyMatch(cover -> cover.within(pixel).isPresent()) ? 1 : 0;
        }
      }
      assertThat(Coverage.of(box, covers))
          .as("seed %s", seed)
          .isCloseTo(covered / 300.0, within(1e-12));
    }
  }

  @Test
  void aucIsTheShareOfPairsInTheRightOrder() {
    Auc auc = Auc.of(new double[] {3, 2, 2}, new double[] {1, 2});
    // pairs: 3>1, 3>2, 2>1, 2=2, 2>1, 2=2: 4 + 2 halves of 6
    assertThat(auc.value()).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(auc.interval().low()).isLessThan(auc.value());
    assertThat(auc.interval().high()).isBetween(auc.value(), 1.0);
    assertThat(Auc.of(new double[] {1}, new double[] {2}).value()).isZero();
  }

  @Test
  void delongsVarianceIsTheOneByHand() {
    // placements of the positives 1, 0.5 and of the negatives 1, 0.5: variances 0.125 each, over 2
    Auc auc = Auc.of(new double[] {4, 2}, new double[] {1, 3});
    assertThat(auc.value()).isCloseTo(0.75, within(1e-12));
    double half = Interval.Z * Math.sqrt(0.125 / 2 + 0.125 / 2);
    assertThat(auc.interval().low()).isCloseTo(0.75 - half, within(1e-12));
    assertThat(auc.interval().high()).isEqualTo(1);
  }

  @Test
  void kindsThatDoNotOverlapAreNotClaimedToBeCertain() {
    Auc auc = Auc.of(
        new double[] {5, 6, 7}, IntStream.range(0, 300).mapToDouble(at -> 0).toArray());
    assertThat(auc.value()).isEqualTo(1);
    assertThat(auc.interval()).isEqualTo(new Interval(0, 1));
  }

  @Test
  void aConfusionGivesItsMacroRecallAndAddsUp() throws Exception {
    Confusion one = new Confusion(List.of("0", "1"), List.of("0", "1", "not assessed"));
    one.count("0", "0");
    one.count("0", "1");
    one.count("1", "1");
    one.count("1", "not assessed");
    one.count("1", "1");
    assertThat(one.macroRecall()).isCloseTo((1 / 2.0 + 2 / 3.0) / 2, within(1e-12));
    var node = JSON.createObjectNode();
    one.write(node);
    Confusion twice = Confusion.read(node);
    twice.add(one);
    assertThat(twice.at(1, 1)).isEqualTo(4);
    assertThat(twice.macroRecall()).isCloseTo(one.macroRecall(), within(1e-12));
    assertThatThrownBy(() -> one.count("2", "0")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBootstrapSaysTheSameTwiceAndNearlyWhatTheNormalDistributionSays() {
    Random random = new Random(1);
    double[] values = random.doubles(400).toArray();
    Estimate first = Bootstrap.mean("x", Rates.ALL, values);
    assertThat(Bootstrap.mean("x", Rates.ALL, values)).isEqualTo(first);
    double half = Interval.Z * Math.sqrt(1 / 12.0 / 400);
    assertThat(first.high() - first.value()).isCloseTo(half, within(0.2 * half));
    assertThat(first.value() - first.low()).isCloseTo(half, within(0.2 * half));
  }

  @Test
  void quantilesAreLinearBetweenTheNearest() {
    assertThat(Bootstrap.quantile(new double[] {1, 2, 3, 4}, 0.5)).isEqualTo(2.5);
    assertThat(Bootstrap.quantile(new double[] {1, 2, 3, 4}, 1)).isEqualTo(4);
  }

  @Test
  void withheldItemsAreInNoProportionAndGroupsComeInOrder() {
    Rates rates = new Rates();
    rates.count(Outcome.YES, List.of(new Group("size", "16 to 24 px"), new Group("race", "b")));
    rates.count(Outcome.NO, List.of(new Group("size", "< 16 px"), new Group("race", "a")));
    rates.count(Outcome.WITHHELD, List.of(new Group("size", ">= 96 px")));
    assertThat(rates.row(Rates.ALL)).isEqualTo(new Rates.Row(Rates.ALL, 1, 2, 1));
    assertThat(rates.rows())
        .extracting(row -> row.group().value())
        .containsExactly("all", "< 16 px", "16 to 24 px", ">= 96 px", "a", "b");
    var list = JSON.createArrayNode();
    rates.write(list);
    assertThat(Rates.read(list).rows()).isEqualTo(rates.rows());
    assertThat(list.get(3).path("rate").isNull()).as("nothing was asked").isTrue();
  }

  @Test
  void bucketsAreHalfOpen() {
    assertThat(Groups.bucket(23.9, 16, 24)).isEqualTo("16 to 24");
    assertThat(Groups.bucket(24, 16, 24)).isEqualTo(">= 24");
    assertThat(Groups.bucket(0, 16, 24)).isEqualTo("< 16");
  }

  @Test
  void masksOnDifferentGridsAreComparedByArea() throws Exception {
    JsonNode left = JSON.readTree("{\"columns\":2,\"rows\":1,\"cells\":\"#.\"}");
    JsonNode quarter = JSON.readTree("{\"columns\":4,\"rows\":2,\"cells\":\"##......\"}");
    assertThat(Lens.iou(left, left)).isEqualTo(1);
    assertThat(Lens.iou(left, quarter)).isEqualTo(0.5);
  }

  @Test
  void theGapIsBetweenTheBestAndTheWorstGroup() {
    List<boolean[]> groups = new ArrayList<>();
    groups.add(new boolean[] {true, true, true, false});
    groups.add(new boolean[] {true, false});
    groups.add(new boolean[] {true});
    assertThat(Fairness.gap(groups)).isEqualTo(0.5);
  }
}
