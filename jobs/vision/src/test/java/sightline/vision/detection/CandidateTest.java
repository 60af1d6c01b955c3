package sightline.vision.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;

class CandidateTest {
  private static final Candidate BEST = new Candidate(new Box(0, 0, 10, 10), 0.9f);
  private static final Candidate SAME = new Candidate(new Box(1, 1, 10, 10), 0.8f);
  private static final Candidate BESIDE = new Candidate(new Box(9, 0, 10, 10), 0.7f);

  @Test
  void dropsWhatABetterBoxCovers() {
    assertThat(Candidate.suppressed(List.of(SAME, BESIDE, BEST), 0.3))
        .containsExactly(BEST, BESIDE);
  }

  @Test
  void givesTheSameListWhateverTheOrder() {
    List<Candidate> candidates = new ArrayList<>(List.of(BEST, SAME, BESIDE));
    for (int i = 0; i < 5; i++) {
      candidates.add(new Candidate(new Box(i * 3, 20, 10, 10), 0.5f));
    }
    List<Candidate> first = Candidate.suppressed(candidates, 0.3);
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(candidates, random);
      assertThat(Candidate.suppressed(candidates, 0.3)).isEqualTo(first);
    }
  }
}
