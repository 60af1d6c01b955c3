package sightline.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
  /** As scipy.stats.binomtest(k, n).proportion_ci(confidence, "exact") gives them. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0.95, 0, 0.308497107819",
    "1, 10, 0.95, 0.00252857854446, 0.445016117028",
    "5, 10, 0.95, 0.187086028447, 0.812913971553",
    "10, 10, 0.95, 0.691502892181, 1",
    "3, 87, 0.95, 0.00716841973016, 0.0974808342243",
    "87, 89, 0.95, 0.921171875682, 0.997266866616",
    "472, 6386, 0.95, 0.0676123157383, 0.0806033999675",
    "2, 2000, 0.975, 8.35702733256e-05, 0.00405491910469",
    "1999, 2000, 0.99, 0.99629090161, 0.999997493732",
    "400, 400, 0.98, 0.988553094657, 1",
    "12345, 100000, 0.95, 0.121417106708, 0.125504760849",
    "7, 1000000, 0.95, 2.81436753431e-06, 1.44226218343e-05",
  })
  void agreesWithScipy(long k, long n, double confidence, double low, double high) {
    ClopperPearson interval = ClopperPearson.of(k, n, confidence);
    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
  }

  @Test
  void hasClosedFormsAtTheEnds() {
    // none of n: the upper end is 1 - (tail)^(1/n)
    assertThat(ClopperPearson.of(0, 50, 0.95).high())
        .isCloseTo(1 - Math.pow(0.025, 1.0 / 50), within(1e-12));
    assertThat(ClopperPearson.of(50, 50, 0.95).low())
        .isCloseTo(Math.pow(0.025, 1.0 / 50), within(1e-12));
    assertThat(ClopperPearson.of(0, 0, 0.95)).isEqualTo(new ClopperPearson(0, 1));
  }

  @Test
  void ofNoneAndOfAllMirrorEachOther() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long n = 1 + random.nextLong(3_000);
      long k = random.nextLong(n + 1);
      ClopperPearson one = ClopperPearson.of(k, n, 0.975);
      ClopperPearson other = ClopperPearson.of(n - k, n, 0.975);
      assertThat(one.low()).as("seed %s", seed).isCloseTo(1 - other.high(), within(1e-9));
      assertThat((double) k / n).as("seed %s", seed).isBetween(one.low(), one.high());
    }
  }
}
