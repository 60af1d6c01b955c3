package sightline.vision.detection.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.DetectionFailed;

class TextMapTest {
  private static TextMap drawn(int width, int height, float probability, int... boxes) {
    float[] map = new float[width * height];
    for (int i = 0; i < boxes.length; i += 4) {
      for (int y = boxes[i + 1]; y < boxes[i + 1] + boxes[i + 3]; y++) {
        for (int x = boxes[i]; x < boxes[i] + boxes[i + 2]; x++) {
          map[y * width + x] = probability;
        }
      }
    }
    return new TextMap(width, height, map);
  }

  @Test
  void growsALineByAreaOverPerimeter() {
    List<Candidate> lines = drawn(60, 20, 0.8f, 10, 6, 30, 6).lines(0.3, 0.5, 1.5);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).score()).isCloseTo(0.8f, within(1e-6f));
    Box box = lines.get(0).box();
    // 1.5 * 30 * 6 / 72
    assertThat(box.left()).isCloseTo(10 - 3.75f, within(1e-3f));
    assertThat(box.top()).isCloseTo(6 - 3.75f, within(1e-3f));
    assertThat(box.width()).isCloseTo(37.5f, within(1e-3f));
    assertThat(box.height()).isCloseTo(13.5f, within(1e-3f));
  }

  @Test
  void growsASlantingLineNoMoreThanAStraightOne() {
    float[] map = new float[100 * 100];
    for (int x = 10; x < 80; x++) {
      for (int thick = 0; thick < 8; thick++) {
        map[(x + thick) * 100 + x] = 1;
      }
    }
    Box box = new TextMap(100, 100, map).lines(0.3, 0.5, 1.5).get(0).box();
    assertThat(box.left()).isBetween(4f, 9f);
  }

  @Test
  void tellsPartsApartAndJoinsDiagonalNeighbours() {
    assertThat(drawn(60, 20, 1, 2, 2, 10, 4, 13, 2, 10, 4).lines(0.3, 0.5, 1.5)).hasSize(2);
    assertThat(drawn(60, 20, 1, 2, 2, 10, 4, 12, 6, 10, 4).lines(0.3, 0.5, 1.5)).hasSize(1);
  }

  @Test
  void leavesOutSpecksAndDoubtfulParts() {
    assertThat(drawn(60, 20, 1, 2, 2, 30, 1).lines(0.3, 0.5, 1.5)).isEmpty();
    assertThat(drawn(60, 20, 0.4f, 2, 2, 30, 6).lines(0.3, 0.5, 1.5)).isEmpty();
    assertThat(drawn(60, 20, 0.4f, 2, 2, 30, 6).lines(0.3, 0.4, 1.5)).hasSize(1);
  }

  @Test
  void cutsThePaddingAway() {
    TextMap cut = TextMap.cut(new float[] {1, 2, 9, 3, 4, 9, 9, 9, 9}, 3, 3, 2, 2);
    assertThat(cut.probability()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void callsNonsenseAFailureAndNotAnEmptyFrame() {
    assertThatThrownBy(() -> drawn(8, 8, Float.NaN, 2, 2, 3, 3).lines(0.3, 0.5, 1.5))
        .isInstanceOf(DetectionFailed.class);
    assertThatThrownBy(() -> TextMap.cut(new float[5], 3, 3, 2, 2))
        .isInstanceOf(DetectionFailed.class);
  }
}
