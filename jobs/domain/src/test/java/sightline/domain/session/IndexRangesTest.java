package sightline.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexRangesTest {
  @Test
  void agreesWithAPlainSetWhateverTheOrder() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      IndexRanges ranges = IndexRanges.NONE;
      TreeSet<Integer> plain = new TreeSet<>();
      for (int step = 0; step < 120; step++) {
        int index = random.nextInt(80);
        ranges = ranges.with(index);
        plain.add(index);
      }
      IndexRanges built = ranges;
      assertThat(IntStream.range(-1, 81).filter(built::contains).boxed())
          .as("seed %s", seed)
          .containsExactlyElementsOf(plain);
      assertThat(built.size()).as("seed %s", seed).isEqualTo(plain.size());
      assertThat(built.highest()).isEqualTo(plain.last());
      assertThat(built.gapsFrom(0).size())
          .as("seed %s", seed)
          .isEqualTo(plain.last() + 1L - plain.size());
      for (int range = 1; range < built.count(); range++) {
        assertThat(built.bounds()[2 * range])
            .as("ranges never touch, seed %s", seed)
            .isGreaterThan(built.bounds()[2 * range - 1] + 1);
      }
    }
  }

  @Test
  void aSessionWithoutGapsIsOneRange() {
    IndexRanges ranges = IndexRanges.NONE;
    for (int index = 0; index < 10_000; index++) {
      ranges = ranges.with(index);
    }
    assertThat(ranges.bounds()).containsExactly(0, 9_999);
    assertThat(ranges.coversUpTo(9_999)).isTrue();
    assertThat(ranges.coversUpTo(10_000)).isFalse();
  }
}
