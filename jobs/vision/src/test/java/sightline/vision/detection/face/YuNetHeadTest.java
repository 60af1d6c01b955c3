package sightline.vision.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.DetectionFailed;

class YuNetHeadTest {
  private static YuNetHead head(float cls, float obj, float... box) {
    float[] all = new float[4 * 6];
    System.arraycopy(box, 0, all, 4 * 4, box.length);
    return new YuNetHead(
        8, 3, 2, new float[] {0, 0, 0, 0, cls, 0}, new float[] {0, 0, 0, 0, obj, 0}, all);
  }

  private static List<Candidate> collected(YuNetHead head) {
    List<Candidate> candidates = new ArrayList<>();
    head.collect(0.3f, candidates);
    return candidates;
  }

  @Test
  void placesABoxByItsCell() {
    float ln2 = (float) Math.log(2);
    // cell 4 is column 1 of row 1
    assertThat(collected(head(1, 0.25f, 0.5f, 0, ln2, 0)))
        .containsExactly(new Candidate(new Box(4, 4, 16, 8), 0.5f));
  }

  @Test
  void leavesOutWhatScoresLow() {
    assertThat(collected(head(0.2f, 0.2f))).isEmpty();
  }

  @Test
  void callsNonsenseAFailureAndNotAnEmptyFrame() {
    assertThatThrownBy(() -> collected(head(Float.NaN, 1))).isInstanceOf(DetectionFailed.class);
    assertThatThrownBy(() -> collected(head(1, 1, 0, 0, 200, 0)))
        .isInstanceOf(DetectionFailed.class);
    assertThatThrownBy(() -> new YuNetHead(8, 3, 2, new float[5], new float[5], new float[20]))
        .isInstanceOf(DetectionFailed.class);
  }
}
