package sightline.domain.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

class RepeatsTest {
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
  void theSameBytesAreARepeatAndForTwoSecondsAFreeze() {
    assertThat(Repeats.in(sameBytes(2)))
        .isEqualTo(new Repeats(Freshness.REPEATED, Measure.of(0.1), Measure.of(1)));
    assertThat(Repeats.in(sameBytes(20)).freshness()).isEqualTo(Freshness.REPEATED);
    assertThat(Repeats.in(sameBytes(21)).freshness()).isEqualTo(Freshness.FROZEN);
  }

  @Test
  void aPictureCodedAgainIsARepeatWhereEveryMeasureAgrees() {
    Repeats repeats = Repeats.in(List.of(seen(0, "a", 9, OTHERS), seen(33, "b", 9, OTHERS)));
    assertThat(repeats.freshness()).isEqualTo(Freshness.REPEATED);
  }

  @Test
  void aStillSceneOnATripodIsNoFault() {
    List<SeenPicture> window = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<Measure> noisy = List.of(Measure.of(0.4321 + i % 7 * 1e-4), Measure.of(0.8765));
      window.add(seen(i * 100L, "frame " + i, 9 + i % 2, noisy));
    }
    Repeats repeats = Repeats.in(window);
    assertThat(repeats.freshness()).isEqualTo(Freshness.STILL);
    assertThat(repeats.repeatedShare()).isEqualTo(Measure.of(0));
  }

  @Test
  void sameProfilesAloneProveNothing() {
    List<Measure> none = List.of(Measure.unassessed(Unassessed.TOO_DARK));
    Repeats repeats = Repeats.in(List.of(seen(0, "a", 9, none), seen(33, "b", 9, none)));
    assertThat(repeats.freshness()).isEqualTo(Freshness.STILL);
  }

  @Test
  void whateverMovesIsNew() {
    Repeats repeats = Repeats.in(
        List.of(seen(0, "a", 9, OTHERS), seen(33, "a", 9, OTHERS), seen(66, "b", 12, OTHERS)));
    assertThat(repeats).isEqualTo(new Repeats(Freshness.NEW, Measure.of(0), Measure.of(0.5)));
  }

  @Test
  void aloneNothingIsKnown() {
    assertThat(Repeats.in(sameBytes(1)).repeatedShare())
        .isEqualTo(Measure.unassessed(Unassessed.NO_NEIGHBOUR));
  }
}
