package sightline.vision.detection.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.vision.detection.DetectionFailed;

class PalmAnchorsTest {
  private final float[] numbers = new float[PalmAnchors.COUNT * 18];
  private final float[] logits = new float[PalmAnchors.COUNT];

  PalmAnchorsTest() {
    Arrays.fill(logits, -1000);
  }

  private void answer(int anchor, float logit, float... first) {
    logits[anchor] = logit;
    System.arraycopy(first, 0, numbers, anchor * 18, first.length);
  }

  @Test
  void placesAPalmByItsAnchor() {
    // the second anchor of row 1, column 2 of the fine grid: its centre is (20, 12)
    answer((24 + 2) * 2 + 1, 0, 4, -2, 16, 8, 0, 10, 0, 0, 0, -10);
    assertThat(PalmAnchors.read(numbers, logits, 0.3f))
        .containsExactly(new Palm(new Box(16, 6, 16, 8), 20, 22, 20, 2, 0.5f));
  }

  @Test
  void readsTheCoarseGridAfterTheFineOne() {
    // the last anchor of all: its cell is 16 pixels wide
    answer(PalmAnchors.COUNT - 1, 5, 0, 0, 20, 20);
    assertThat(PalmAnchors.read(numbers, logits, 0.3f))
        .singleElement()
        .satisfies(palm -> assertThat(palm.box()).isEqualTo(new Box(174, 174, 20, 20)));
  }

  @Test
  void leavesOutWhatScoresLow() {
    answer(7, -1, 0, 0, 20, 20);
    assertThat(PalmAnchors.read(numbers, logits, 0.3f)).isEmpty();
  }

  @Test
  void takesASizeBelowNothingForNoPalm() {
    answer(7, 3, 0, 0, -20, 20);
    assertThat(PalmAnchors.read(numbers, logits, 0.3f)).isEmpty();
  }

  @Test
  void callsNonsenseAFailureAndNotAnEmptyFrame() {
    assertThatThrownBy(() -> PalmAnchors.read(numbers, new float[3], 0.3f))
        .isInstanceOf(DetectionFailed.class);
    answer(7, 3, 0, 0, Float.POSITIVE_INFINITY, 20);
    assertThatThrownBy(() -> PalmAnchors.read(numbers, logits, 0.3f))
        .isInstanceOf(DetectionFailed.class);
    answer(7, Float.NaN);
    assertThatThrownBy(() -> PalmAnchors.read(numbers, logits, 0.3f))
        .isInstanceOf(DetectionFailed.class);
  }
}
