package sightline.domain.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
  private static Timeline.Version<String> version(long from, String name) {
    return new Timeline.Version<>(Instant.ofEpochMilli(from), name, name);
  }

  private static final List<Timeline.Version<String>> VERSIONS =
      List.of(version(10, "a"), version(20, "b"), version(20, "c"), version(30, "d"));

  @ParameterizedTest
  @CsvSource({"9, first", "10, a", "19, a", "20, c", "29, c", "30, d", "1000, d"})
  void aVersionHoldsFromItsMomentToTheNext(long at, String holds) {
    assertThat(new Timeline<>("first", VERSIONS).at(Instant.ofEpochMilli(at))).isEqualTo(holds);
  }

  @Test
  void theOrderInWhichVersionsCameChangesNothing() {
    for (int seed = 0; seed < 50; seed++) {
      List<Timeline.Version<String>> shuffled = new ArrayList<>(VERSIONS);
      Collections.shuffle(shuffled, new Random(seed));
      for (long at = 0; at < 40; at++) {
        assertThat(new Timeline<>("first", shuffled).at(Instant.ofEpochMilli(at)))
            .as("seed %s at %s", seed, at)
            .isEqualTo(new Timeline<>("first", VERSIONS).at(Instant.ofEpochMilli(at)));
      }
    }
  }
}
