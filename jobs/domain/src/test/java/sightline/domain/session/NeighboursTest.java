package sightline.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static Neighbours at(long... captured) {
    Neighbours neighbours = Neighbours.NONE;
    for (int index = 0; index < captured.length; index++) {
      neighbours = neighbours.settled(index, captured[index], captured[index] + 50);
    }
    return neighbours;
  }

  @Test
  void aFrameWaitsForTwoThatWereCapturedMoreThanTheLookAheadLater() {
    assertThat(at(0, 400, 1_001).followed(1_000)).isZero();
    assertThat(at(0, 400, 1_000, 1_001).followed(1_000)).isZero();
    assertThat(at(0, 400, 1_001, 1_002).followed(1_000)).isEqualTo(1);
    assertThat(at(0, 400, 1_401, 1_402).followed(1_000)).isEqualTo(2);
    assertThat(at(0, 400, 1_401, 1_402).finished(2).followed(1_000)).isZero();
  }

  @Test
  void aClockOfWholeSecondsIsHeardToTheEndOfTheNextOne() {
    assertThat(at(0, 0, 0, 1_000, 1_000).followed(1_000)).isZero();
    assertThat(at(0, 0, 0, 1_000, 1_000, 2_000, 2_000).followed(1_000)).isEqualTo(3);
  }

  @Test
  void oneStampThatLiesAFewSecondsAheadLetsNobodyGoEarly() {
    assertThat(at(0, 100, 200, 5_000, 400, 500).followed(1_000)).isZero();
  }

  @Test
  void theBrokersClockEndsTheWaitWhereTheDevicesClockStandsStill() {
    Neighbours still = at(0, 0, 0);
    assertThat(still.followed(1_000)).isZero();
    assertThat(still.firstDue(1_000)).isEqualTo(1_050);
    assertThat(still.dueBy(1_049, 1_000)).isZero();
    assertThat(still.dueBy(1_050, 1_000)).isEqualTo(3);
  }

  @Test
  void withoutAppendTimesNothingFallsDueBeforeTheEnd() {
    Neighbours timeless = Neighbours.NONE.settled(0, 0, Waiting.AT_THE_END);
    assertThat(timeless.firstDue(1_000)).isEqualTo(Waiting.AT_THE_END);
    assertThat(timeless.dueBy(Waiting.AT_THE_END - 1, 1_000)).isZero();
    assertThat(timeless.dueBy(Long.MAX_VALUE, 1_000)).isEqualTo(1);
  }

  @Test
  void aFrameOfAWildClockLetsNobodyGoEarlyAndHoldsNobodyUp() {
    long hour = 3_600_000;
    for (long wild : new long[] {-50 * hour, hour, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(at(0, 100, wild, 300, 400).followed(1_000))
          .as("clock %s", wild)
          .isZero();
      assertThat(at(0, 100, wild, 300, 1_101, 1_102).followed(1_000))
          .as("all before it and itself, clock %s", wild)
          .isEqualTo(3);
    }
    assertThat(at(0, 100, hour, hour + 100).followed(1_000))
        .as("a pause, not a wild clock")
        .isEqualTo(2);
    assertThat(at(0, 100, -hour, 100 - hour).followed(1_000))
        .as("a clock that was set back")
        .isEqualTo(2);
  }

  @Test
  void aFrameOfAWildClockMakesNobodyForgetTheirWitnesses() {
    long hour = 3_600_000;
    assertThat(at(0, 500, hour, 1_100, 1_600).finished(2).spent(1_000))
        .as("first of the pending")
        .isEqualTo(1);
    assertThat(at(0, 500, hour).finished(3).spent(1_000)).as("last of all").isZero();
  }

  @Test
  void whatFellDueBehindOneThatDidNotWaitsForIt() {
    Neighbours late = Neighbours.NONE.settled(0, 0, 500).settled(1, 100, 100);
    assertThat(late.dueBy(1_200, 1_000)).isZero();
    assertThat(late.dueBy(1_500, 1_000)).isEqualTo(2);
  }

  @Test
  void witnessesLieWithinTheWindowOnBothSides() {
    Neighbours five = at(0, 500, 1_000, 1_500, 2_600);
    assertThat(five.witnesses(2, 0, 2, 500)).containsExactly(1);
    assertThat(five.witnesses(2, 3, 5, 500)).containsExactly(3);
    assertThat(five.witnesses(4, 0, 5, 500)).isEmpty();
    assertThat(at(0, 9_000_000, 200).witnesses(0, 1, 3, 500))
        .as("behind a wild clock")
        .containsExactly(2);
  }

  @Test
  void forgetsWhatNoUndecidedFrameCanSee() {
    Neighbours decided = at(0, 500, 1_000, 1_500, 2_600).finished(3);
    assertThat(decided.spent(500)).isEqualTo(2);
    assertThat(decided.without(2))
        .isEqualTo(new Neighbours(
            new int[] {2, 3, 4},
            new long[] {1_000, 1_500, 2_600},
            new long[] {1_050, 1_550, 2_650},
            1));
    assertThat(at(0, 500).finished(2).spent(500))
        .as("the next frame may follow the last")
        .isZero();
  }

  @Test
  void staysBoundedHoweverWildTheClock() {
    long seed = 7;
    Random random = new Random(seed);
    Neighbours neighbours = Neighbours.NONE;
    for (int index = 0; index < 5_000; index++) {
      neighbours = neighbours.settled(index, random.nextInt(500), index);
      neighbours = neighbours.finished(neighbours.followed(1_000));
      neighbours = neighbours.without(neighbours.spent(1_000));
      assertThat(neighbours.count()).as("seed %s", seed).isLessThanOrEqualTo(513);
    }
  }

  @Test
  void framesStandInTheOrderOfTheirIndicesHoweverTheySettle() {
    Neighbours three = Neighbours.NONE.settled(0, 0, 0).settled(5, 500, 500).settled(3, 300, 300);
    assertThat(three.index()).containsExactly(0, 3, 5);
    assertThat(three.capturedAtMillis()).containsExactly(0, 300, 500);
    assertThat(three.finished(3).settled(4, 400, 400).index()).containsExactly(0, 3, 5, 4);
  }
}
