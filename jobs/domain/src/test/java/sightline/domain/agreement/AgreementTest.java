package sightline.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sightline.domain.operations.Basis;
import sightline.domain.operations.Interval;
import sightline.domain.statistics.ClopperPearson;

class AgreementTest {
  private static final double NINE_DIGITS = 1e-9;
  private static final double THREE_DIGITS = 5e-4;
  private static final int SEEDS = 400;

  /** Rows are people, columns samples, . is none; categories from 1 or a. */
  private static Decisions decided(int categories, String... people) {
    Decisions decisions = Decisions.none(categories);
    for (int sample = 0; sample < people[0].length(); sample++) {
      int[] counts = new int[categories];
      for (String person : people) {
        char said = person.charAt(sample);
        if (said != '.') {
          counts[said >= 'a' ? said - 'a' : said - '1']++;
        }
      }
      decisions = decisions.plus("sample-" + sample, counts);
    }
    return decisions;
  }

  /** K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011: data A, B and C. */
  @Test
  void alphaIsWhatKrippendorffPublished() {
    Decisions binary = decided(2, "1211111121", "2221121111");
    assertThat(Agreement.alpha(binary, Difference.NOMINAL))
        .hasValueCloseTo(0.095, within(THREE_DIGITS));
    Decisions nominal = decided(5, "aabbdcccedda", "babbbccceddd");
    assertThat(Agreement.alpha(nominal, Difference.NOMINAL))
        .hasValueCloseTo(0.692, within(THREE_DIGITS));
    Decisions gaps = decided(5, "123321412...", "1233224125.3", ".3332342251.", "12332441251.");
    assertThat(Agreement.alpha(gaps, Difference.NOMINAL))
        .hasValueCloseTo(0.743, within(THREE_DIGITS));
    assertThat(Agreement.alpha(gaps, Difference.ORDINAL))
        .hasValueCloseTo(0.815, within(THREE_DIGITS));
    assertThat(Agreement.alpha(gaps, Difference.INTERVAL))
        .hasValueCloseTo(0.849, within(THREE_DIGITS));
  }

  /** J. L. Fleiss, B. Levin and M. C. Paik, Statistical Methods for Rates and Proportions, 3rd edition, 2003, table 18.1: 0.68. */
  @Test
  void kappaIsWhatFleissPublished() {
    int[][] table = {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}};
    Decisions decisions = Decisions.none(3);
    for (int first = 0; first < 3; first++) {
      for (int second = 0; second < 3; second++) {
        for (int sample = 0; sample < table[first][second]; sample++) {
          decisions = decisions.plusPair(first + "/" + second + "/" + sample, first, second);
        }
      }
    }
    assertThat(Agreement.kappa(decisions, Difference.NOMINAL))
        .hasValueCloseTo((0.89 - 0.66) / (1 - 0.66), within(1e-12));
  }

  /** PyPI's krippendorff 0.8.1 and scikit-learn 1.9.1 on the same decisions; recipe.py beside the file wrote it. */
  @Test
  void everyFigureIsWhatAnIndependentImplementationComputes() throws IOException {
    int undefined = 0;
    List<String> lines = golden();
    assertThat(lines).hasSize(144);
    for (String line : lines) {
      List<String> fields = Arrays.asList(line.split("\t", -1));
      OptionalDouble ours = ours(fields);
      double theirs = Double.parseDouble(fields.get(3).replace("nan", "NaN"));
      if (Double.isNaN(theirs)) {
        undefined++;
        assertThat(ours).as(line).isEmpty();
      } else {
        assertThat(ours).as(line).hasValueCloseTo(theirs, within(NINE_DIGITS));
      }
    }
    assertThat(undefined).isBetween(6, 12);
  }

  private static OptionalDouble ours(List<String> fields) {
    List<String> figure = Arrays.asList(fields.get(0).split("-", -1));
    boolean alpha = figure.get(0).equals("alpha");
    Decisions decisions = Decisions.none(Integer.parseInt(fields.get(1)));
    int number = 0;
    for (String sample : fields.get(2).split("\\|", -1)) {
      List<Integer> said = Arrays.stream(sample.split(" ", -1))
          .filter(word -> !word.equals("*"))
          .map(Integer::valueOf)
          .toList();
      String name = "sample-" + number++;
      int[] counts = new int[decisions.categories()];
      said.forEach(category -> counts[category]++);
      decisions =
          alpha ? decisions.plus(name, counts) : decisions.plusPair(name, said.get(0), said.get(1));
    }
    Difference difference = switch (figure.get(1)) {
      case "none", "nominal" -> Difference.NOMINAL;
      case "ordinal" -> Difference.ORDINAL;
      case "linear" -> Difference.LINEAR;
      default -> Difference.INTERVAL;
    };
    return alpha ? Agreement.alpha(decisions, difference) : Agreement.kappa(decisions, difference);
  }

  private static List<String> golden() throws IOException {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(
        Objects.requireNonNull(AgreementTest.class.getResourceAsStream("/agreement/golden.tsv")),
        StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  @Test
  void whatIsTakenBackLeavesNothingAndPartsAddUp() {
    Decisions some = decided(3, "1231", "1221");
    Decisions more = some.plus("late", 1, 1, 0);
    assertThat(more.minus("late", 1, 1, 0)).isEqualTo(some);
    assertThat(some.plusPair("p", 0, 2).minusPair("p", 0, 2)).isEqualTo(some);
    assertThat(some.plus("alone", 0, 1, 0)).isEqualTo(some);
    assertThat(some.plus(Decisions.none(3).plus("late", 1, 1, 0))).isEqualTo(more);
    assertThat(more.samples()).isEqualTo(5);
    assertThat(more.disagreed()).isEqualTo(2);
  }

  @Test
  void whatIsNoDecisionIsRefused() {
    Decisions none = Decisions.none(3);
    assertThatThrownBy(() -> none.plus("s", 1, 1)).hasMessageContaining("3 categories");
    assertThatThrownBy(() -> none.plus("s", 1, 1, -1)).hasMessageContaining("3 categories");
    assertThatThrownBy(() -> none.plusPair("s", 0, 3)).hasMessageContaining("no category 3");
    assertThatThrownBy(() -> none.plus(Decisions.none(2))).hasMessageContaining("categories");
  }

  @Test
  void whereAllAgreeTheIntervalReachesFromWhatTheNumberOfSamplesAllowsToOne() {
    Decisions few = decided(2, "1212121212", "1212121212");
    Interval interval = Agreement.ALPHA.interval(few, Difference.NOMINAL, 0.95);
    assertThat(interval.high()).isEqualTo(1);
    // 0.308 is Clopper and Pearson's upper end of 0 of 10; chance disagrees in 10 of 19
    assertThat(interval.low()).isCloseTo(1 - 0.30850 / (10.0 / 19), within(1e-4));
    assertThat(interval.basis()).isEqualTo(Basis.EXACT);
    assertThat(Agreement.ALPHA
            .interval(decided(2, "11111", "11111"), Difference.NOMINAL, 0.95)
            .assessed())
        .isFalse();
  }

  /** People see the truth with a skill and guess otherwise; what agreement comes of it in the long run is known. */
  @Test
  void intervalsCoverTheTruthAsOftenAsTheySay() {
    double[] truths = {0.5, 0.3, 0.2};
    for (double skill : new double[] {0.6, 0.9, 0.985}) {
      double[] overall = new double[3];
      double alike = 0;
      for (int truth = 0; truth < 3; truth++) {
        for (int said = 0; said < 3; said++) {
          double chance = (said == truth ? skill : 0) + (1 - skill) / 3;
          overall[said] += truths[truth] * chance;
          alike += truths[truth] * chance * chance;
        }
      }
      double byChance = Arrays.stream(overall).map(share -> share * share).sum();
      double real = 1 - (1 - alike) / (1 - byChance);
      int alphas = 0;
      int kappas = 0;
      List<Double> widths = new ArrayList<>();
      for (int seed = 0; seed < SEEDS; seed++) {
        Random random = new Random(seed);
        Decisions panel = Decisions.none(3);
        Decisions pair = Decisions.none(3);
        for (int sample = 0; sample < 200; sample++) {
          int truth = draw(random, truths);
          int[] said = {
            says(random, truth, skill), says(random, truth, skill), says(random, truth, skill)
          };
          int[] counts = new int[3];
          Arrays.stream(said).forEach(category -> counts[category]++);
          panel = panel.plus(seed + "/" + sample, counts);
          pair = pair.plusPair(seed + "/" + sample, said[0], said[1]);
        }
        Interval alpha = Agreement.ALPHA.interval(panel, Difference.NOMINAL, 0.95);
        alphas += alpha.holds(real) ? 1 : 0;
        widths.add(alpha.high() - alpha.low());
        kappas += Agreement.KAPPA.interval(pair, Difference.NOMINAL, 0.95).holds(real) ? 1 : 0;
      }
      widths.sort(null);
      System.out.printf(
          "agreement %.3f: alpha covered in %d, kappa in %d of %d; median width of alpha's interval %.3f%n",
          real, alphas, kappas, SEEDS, widths.get(SEEDS / 2));
      assertThat(ClopperPearson.of(alphas, SEEDS, 0.98).high()).isGreaterThanOrEqualTo(0.95);
      assertThat(ClopperPearson.of(kappas, SEEDS, 0.98).high()).isGreaterThanOrEqualTo(0.95);
      assertThat(widths.get(SEEDS / 2)).isLessThan(0.25);
    }
  }

  private static int draw(Random random, double[] shares) {
    double drawn = random.nextDouble();
    int category = 0;
    while (category < shares.length - 1 && drawn >= shares[category]) {
      drawn -= shares[category++];
    }
    return category;
  }

  private static int says(Random random, int truth, double skill) {
    return random.nextDouble() < skill ? truth : random.nextInt(3);
  }
}
