package sightline.domain.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;

class TrackNumbersTest {
  private static final int FACE = 0;
  private static final int PERSON = 1;

  private static Track track(int... places) {
    Detection seen = new Detection(new Box(1, 2, 3, 4), 0.5);
    Track track = new Track(new Track.Find(places[0], 0, seen));
    for (int at = 1; at < places.length; at++) {
      track.add(new Track.Find(places[at], 0, seen));
    }
    return track;
  }

  private static IntUnaryOperator startingAt(int index) {
    return place -> index + place;
  }

  @Test
  void aTrackKeepsItsNumberAsTheWindowMovesOn() {
    TrackNumbers numbers = TrackNumbers.NONE.with(track(0, 1, 2), FACE, startingAt(10));
    assertThat(numbers.of(track(0, 1, 2), FACE, startingAt(10))).isEqualTo(1);
    numbers = numbers.from(12).with(track(0, 1, 2), FACE, startingAt(12));
    assertThat(numbers.of(track(1, 2), FACE, startingAt(12))).isEqualTo(1);
    assertThat(numbers.finds()).hasSize(3);
  }

  @Test
  void anotherTrackHasAnotherNumberAndSoHasAnotherKind() {
    TrackNumbers numbers = TrackNumbers.NONE
        .with(track(0, 1), FACE, startingAt(0))
        .with(track(2, 3), FACE, startingAt(0))
        .with(track(0, 1), PERSON, startingAt(0));
    assertThat(List.of(
            numbers.of(track(0, 1), FACE, startingAt(0)),
            numbers.of(track(2, 3), FACE, startingAt(0)),
            numbers.of(track(0, 1), PERSON, startingAt(0))))
        .containsExactly(1, 2, 3);
  }

  @Test
  void twoTracksThatTurnOutToBeOneHaveTheFirstNumber() {
    TrackNumbers numbers = TrackNumbers.NONE
        .with(track(0, 1), FACE, startingAt(0))
        .with(track(5, 6), FACE, startingAt(0));
    assertThat(numbers.of(track(0, 1, 5, 6), FACE, startingAt(0))).isEqualTo(1);
  }

  @Test
  void whatWasFoundOnceHasNoNumber() {
    TrackNumbers numbers = TrackNumbers.NONE.with(track(4), FACE, startingAt(0));
    assertThat(numbers).isEqualTo(TrackNumbers.NONE);
    assertThat(numbers.of(track(4), FACE, startingAt(0))).isNull();
  }
}
