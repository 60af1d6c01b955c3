package sightline.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  /** Quantiles of scipy 1.17.1, {@code stats.t.ppf(1 - (1 - c) / 2, v)}. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 1, 1.0000000000000002",
    "0.5, 2, 0.8164965809277261",
    "0.5, 3, 0.7648923284043444",
    "0.5, 4, 0.7406970841126829",
    "0.5, 5, 0.7266868438004226",
    "0.5, 10, 0.6998120613124317",
    "0.5, 47, 0.6797455732854543",
    "0.5, 200, 0.6757184114042201",
    "0.95, 1, 12.706204736174694",
    "0.95, 2, 4.302652729749462",
    "0.95, 3, 3.1824463052837078",
    "0.95, 4, 2.7764451051977934",
    "0.95, 5, 2.5705818356363146",
    "0.95, 10, 2.228138851986274",
    "0.95, 47, 2.0117405137297655",
    "0.95, 200, 1.9718962236339088",
    "0.99, 1, 63.656741162871526",
    "0.99, 2, 9.924843200918287",
    "0.99, 3, 5.840909309733355",
    "0.99, 4, 4.604094871349992",
    "0.99, 5, 4.032142983555228",
    "0.99, 10, 3.16927267261695",
    "0.99, 47, 2.6845556178665246",
    "0.99, 200, 2.600634436191558"
  })
  void isWhatScipyComputes(double confidence, int degrees, double expected) {
    assertThat(StudentT.quantile(confidence, degrees)).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void refusesWhatHasNoQuantile() {
    assertThatThrownBy(() -> StudentT.quantile(0.95, 0)).hasMessageContaining("0 degrees");
    assertThatThrownBy(() -> StudentT.quantile(1, 3)).hasMessageContaining("no t at 1.0");
  }

  @Test
  void groupsOfNamesAreTheSameEverywhereAndFillEvenly() {
    assertThat(GroupJackknife.group("worker-1")).isEqualTo(28);
    int[] filled = new int[GroupJackknife.GROUPS];
    for (int name = 0; name < 48_000; name++) {
      filled[GroupJackknife.group("worker-" + name)]++;
    }
    assertThat(Arrays.stream(filled).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(850, 1_150));
  }

  @Test
  void theJackknifeOfAMeanIsItsOwnInterval() {
    double[] values = {1, 4, 2, 8, 5};
    double[] without = new double[5];
    for (int left = 0; left < 5; left++) {
      without[left] = (20 - values[left]) / 4;
    }
    // standard error 2.7386 / sqrt(5), t of 4 degrees 2.776445
    assertThat(GroupJackknife.halfWidth(without, 0.95))
        .isCloseTo(2.776445105 * Math.sqrt(7.5 / 5), within(1e-6));
    assertThatThrownBy(() -> GroupJackknife.halfWidth(new double[] {1}, 0.95))
        .hasMessageContaining("one group");
  }
}
