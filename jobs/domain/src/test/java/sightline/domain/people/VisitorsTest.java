package sightline.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.tracking.Track;

class VisitorsTest {
  private static final Detection SEEN = new Detection(new Box(1, 2, 3, 4), 0.5);

  private static List<Track.Find> finds(int... places) {
    return IntStream.of(places)
        .mapToObj(place -> new Track.Find(place, 0, SEEN))
        .toList();
  }

  private static IntUnaryOperator startingAt(int index) {
    return place -> index + place;
  }

  @Test
  void aTrackIsKnownByAnyOfItsFindsAsTheWindowMovesOn() {
    Visitors visitors = Visitors.NONE.with(finds(0, 1, 2), startingAt(10), 500).from(12);
    assertThat(visitors.plainAt(finds(0, 1), startingAt(12))).isEqualTo(500);
    assertThat(visitors.plainAt(finds(1), startingAt(12))).isEqualTo(Visitors.NEVER);
    assertThat(visitors.finds()).hasSize(1);
  }

  @Test
  void theLastTimeCounts() {
    Visitors visitors = Visitors.NONE
        .with(finds(0, 1), startingAt(0), 500)
        .with(finds(1, 2), startingAt(0), 300)
        .with(finds(2, 3), startingAt(0), 700);
    assertThat(visitors.plainAt(finds(1), startingAt(0))).isEqualTo(500);
    assertThat(visitors.plainAt(finds(0, 3), startingAt(0))).isEqualTo(700);
  }

  @Test
  void anotherFindOfTheSameFrameIsNotTheVisitor() {
    Visitors visitors = Visitors.NONE.with(finds(3), startingAt(0), 500);
    assertThat(visitors.plainAt(List.of(new Track.Find(3, 1, SEEN)), startingAt(0)))
        .isEqualTo(Visitors.NEVER);
  }

  @Test
  void whatIsEqualIsEqual() {
    assertThat(Visitors.NONE.with(finds(1, 2), startingAt(0), 5))
        .isEqualTo(Visitors.NONE.with(finds(2), startingAt(0), 5).with(finds(1), startingAt(0), 5))
        .isNotEqualTo(Visitors.NONE.with(finds(1, 2), startingAt(0), 6))
        .isNotEqualTo(Visitors.NONE);
  }
}
