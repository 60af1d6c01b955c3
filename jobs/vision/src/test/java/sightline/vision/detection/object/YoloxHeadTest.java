package sightline.vision.detection.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.DetectionFailed;

class YoloxHeadTest {
  private static final int SIDE = 32;
  private static final int PER_CELL = 85;
  /** 16 cells of stride 8, 4 of stride 16, 1 of stride 32. */
  private static final int CELLS = 21;

  private static final int PERSON = 0;
  private static final int DOG = 16;
  private static final int CUP = 41;

  private static final Map<CocoClass, Float> PEOPLE_AND_CUPS =
      Map.of(CocoClass.PERSON, 0.3f, CocoClass.CUP, 0.6f);

  private static YoloxHead head(int cell, int named, float score, float... start) {
    float[] numbers = new float[CELLS * PER_CELL];
    System.arraycopy(start, 0, numbers, cell * PER_CELL, start.length);
    numbers[cell * PER_CELL + 5 + named] = score;
    return new YoloxHead(SIDE, numbers);
  }

  @Test
  void placesABoxByItsCellAndStride() {
    float ln2 = (float) Math.log(2);
    // cell 18 is column 0 of row 1 among those of stride 16
    YoloxHead head = head(18, PERSON, 0.5f, 0.5f, 0, ln2, 0, 1);
    assertThat(head.candidates(PEOPLE_AND_CUPS))
        .containsExactly(
            Map.entry(CocoClass.PERSON, List.of(new Candidate(new Box(-8, 8, 32, 16), 0.5f))));
  }

  @Test
  void leavesOutWhatScoresLowForItsClass() {
    assertThat(head(0, PERSON, 0.5f, 0, 0, 0, 0, 0.5f).candidates(PEOPLE_AND_CUPS))
        .isEmpty();
    assertThat(head(0, CUP, 0.5f, 0, 0, 0, 0, 1).candidates(PEOPLE_AND_CUPS)).isEmpty();
    assertThat(head(0, CUP, 0.7f, 0, 0, 0, 0, 1).candidates(PEOPLE_AND_CUPS))
        .containsOnlyKeys(CocoClass.CUP);
  }

  @Test
  void looksForNoClassThatItWasNotAskedFor() {
    assertThat(head(0, DOG, 1, 0, 0, 0, 0, 1).candidates(PEOPLE_AND_CUPS)).isEmpty();
  }

  @Test
  void callsNonsenseAFailureAndNotAnEmptyFrame() {
    YoloxHead noNumber = head(3, PERSON, Float.NaN, 0, 0, 0, 0, 1);
    assertThatThrownBy(() -> noNumber.candidates(PEOPLE_AND_CUPS))
        .isInstanceOf(DetectionFailed.class);
    YoloxHead endless = head(3, PERSON, 1, 0, 0, 200, 0, 1);
    assertThatThrownBy(() -> endless.candidates(PEOPLE_AND_CUPS))
        .isInstanceOf(DetectionFailed.class);
    assertThatThrownBy(() -> new YoloxHead(SIDE, new float[85]))
        .isInstanceOf(DetectionFailed.class);
  }
}
