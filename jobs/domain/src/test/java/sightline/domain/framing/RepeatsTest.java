package sightline.domain.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

class RepeatsTest {
  private static final Measure UNKNOWN = Measure.unassessed(Unassessed.NO_NEIGHBOUR);
  private static final List<Measure> OTHERS = List.of(Measure.of(0.4321), Measure.of(0.8765));

  private static Profiles profiles(int bump) {
    byte[] columns = new byte[Profiles.COLUMNS];
    byte[] rows = new byte[Profiles.ROWS];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = (byte) (100 + i);
    }
    rows[7] = (byte) bump;
    return new Profiles(columns, rows, 42);
  }

  private static SeenPicture seen(long millis, String sha, int bump, List<Measure> others) {
    return new SeenPicture(millis, sha, profiles(bump), others);
  }

  private static List<SeenPicture> sameBytes(int frames) {
    List<SeenPicture> window = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      window.add(new SeenPicture(i * 100L, "a", null, List.of()));
    }
    return window;
  }

  @Test
  void theSameBytesAreARepeatAndForASecondAndAHalfAFreeze() {
    Repeats pair = Repeats.in(sameBytes(2), 1);
    assertThat(pair.unchangedSeconds()).isEqualTo(Measure.of(0.1));
    assertThat(pair.repeatedShare()).isEqualTo(Measure.of(1));
    assertThat(pair.frozen()).as("too short to tell").isEqualTo(UNKNOWN);
    assertThat(Repeats.in(sameBytes(15), 7).frozen()).isEqualTo(UNKNOWN);
    for (int place : new int[] {0, 7, 15}) {
      assertThat(Repeats.in(sameBytes(16), place).frozen()).isEqualTo(Measure.of(1));
    }
  }

  @Test
  void aFreezeEndsWhereThePictureMoves() {
    List<SeenPicture> window = new ArrayList<>(sameBytes(18));
    window.add(seen(1_800, "b", 9, OTHERS));
    window.add(seen(1_900, "c", 10, OTHERS));
    assertThat(Repeats.in(window, 3).unchangedSeconds()).isEqualTo(Measure.of(1.7));
    assertThat(Repeats.in(window, 3).frozen()).isEqualTo(Measure.of(1));
    assertThat(Repeats.in(window, 18).unchangedSeconds()).isEqualTo(Measure.of(0));
    assertThat(Repeats.in(window, 18).frozen()).isEqualTo(Measure.of(0));
    assertThat(Repeats.in(window.subList(8, 20), 9).frozen())
        .as("still since the window began")
        .isEqualTo(UNKNOWN);
    assertThat(Repeats.in(window, 18).repeatedShare()).isEqualTo(Measure.of(0.8947));
  }

  @Test
  void aPictureCodedAgainIsARepeatWhereEveryMeasureAgrees() {
    Repeats repeats = Repeats.in(List.of(seen(0, "a", 9, OTHERS), seen(33, "b", 9, OTHERS)), 1);
    assertThat(repeats.repeatedShare()).isEqualTo(Measure.of(1));
  }

  @Test
  void aStillSceneOnATripodIsNoFault() {
    List<SeenPicture> window = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<Measure> noisy = List.of(Measure.of(0.4321 + i % 7 * 1e-4), Measure.of(0.8765));
      window.add(seen(i * 100L, "frame " + i, 9 + i % 2, noisy));
    }
    assertThat(Repeats.in(window, 50))
        .isEqualTo(new Repeats(Measure.of(0), Measure.of(0), Measure.of(0)));
  }

  @Test
  void sameProfilesAloneProveNothing() {
    List<Measure> none = List.of(Measure.unassessed(Unassessed.TOO_DARK));
    Repeats repeats = Repeats.in(List.of(seen(0, "a", 9, none), seen(33, "b", 9, none)), 1);
    assertThat(repeats.repeatedShare()).isEqualTo(Measure.of(0));
  }

  @Test
  void aloneNothingIsKnown() {
    assertThat(Repeats.in(sameBytes(1), 0)).isEqualTo(new Repeats(UNKNOWN, UNKNOWN, UNKNOWN));
  }
}
