package sightline.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionBooksTest {
  private static final SessionRules RULES =
      new SessionRules(2_000, 1_000, 10_000, 100_000, 0, 1_024, 64);

  private record Sent(int index, long capturedAt, long appendedAt) {}

  /** The books with what each arrival gave, fed one frame after the other. */
  private static final class Fed {
    SessionBooks books = SessionBooks.EMPTY;
    final List<Place> places = new ArrayList<>();
    final List<Integer> settled = new ArrayList<>();
    final List<Integer> overflow = new ArrayList<>();

    Fed frame(int index, long capturedAt, long appendedAt) {
      return frame(index, capturedAt, appendedAt, false);
    }

    Fed frame(int index, long capturedAt, long appendedAt, boolean last) {
      Arrival arrival = books.arrive(index, capturedAt, appendedAt, last, RULES);
      places.add(arrival.place());
      Arrays.stream(arrival.settled()).forEach(settled::add);
      Arrays.stream(arrival.overflow()).forEach(overflow::add);
      books = arrival.after();
      return this;
    }
  }

  @Test
  void aFrameWaitsUntilOneIsCapturedAHorizonLater() {
    Fed fed = new Fed().frame(1, 0, 0).frame(2, 1_999, 2_000);
    assertThat(fed.settled).isEmpty();
    assertThat(fed.frame(3, 2_000, 2_100).settled).containsExactly(1);
  }

  @Test
  void aFrameBeforeWhichNoneIsMissingWaitsForNobody() {
    Fed fed = new Fed().frame(0, 0, 0);
    assertThat(fed.settled).containsExactly(0);
    assertThat(fed.frame(2, 200, 1).frame(3, 300, 2).settled).containsExactly(0);
    assertThat(fed.frame(1, 100, 3).settled).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aFrameIsLateWhenItsPlaceWasPassed() {
    Fed fed = new Fed().frame(0, 0, 0).frame(5, 2_500, 100).frame(1, 400, 200).frame(2, 600, 300);
    assertThat(fed.places)
        .containsExactly(Place.WAITS, Place.WAITS, Place.LATE_BY_HORIZON, Place.WAITS);
  }

  @Test
  void aFrameIsLateWhenAHigherIndexWasAppendedASilenceBefore() {
    Fed fed = new Fed().frame(5, 500, 0).frame(3, 300, 9_999).frame(4, 400, 10_000);
    assertThat(fed.places).containsExactly(Place.WAITS, Place.WAITS, Place.LATE_BY_SILENCE);
  }

  @Test
  void aSessionResumedAnHourLaterIsNotLate() {
    Fed fed = new Fed().frame(0, 0, 0).frame(1, 100, 100);
    fed.books = fed.books.settled(fed.books.silentBy(20_000));
    fed.frame(2, 3_600_000, 40_000).frame(4, 3_600_200, 40_010).frame(3, 3_600_100, 40_020);
    assertThat(fed.places).containsOnly(Place.WAITS);
  }

  @Test
  void oneFastClockSpoilsNothingThatComesInOrder() {
    Fed fed =
        new Fed().frame(0, 0, 0).frame(1, 9_000_000, 100).frame(2, 200, 200).frame(3, 300, 300);
    assertThat(fed.places).containsOnly(Place.WAITS);
  }

  @Test
  void whatArrivesInASettledPlaceIsLateBySilence() {
    Fed fed = new Fed().frame(1, 0, 0).frame(3, 300, 100);
    assertThat(fed.books.silentBy(99)).containsExactly(1);
    fed.books = fed.books.settled(fed.books.silentBy(100));
    assertThat(fed.frame(2, 200, 200).places.get(2)).isEqualTo(Place.LATE_BY_SILENCE);
    assertThat(fed.frame(4, 400, 300).places.get(3)).isEqualTo(Place.WAITS);
  }

  @Test
  void theFirstOfTwoWithOneIndexWinsEvenWhenBothAreLate() {
    Fed fed = new Fed().frame(9, 9_000, 0).frame(1, 0, 1).frame(1, 0, 2).frame(9, 9_000, 3);
    assertThat(fed.places)
        .containsExactly(Place.WAITS, Place.LATE_BY_HORIZON, Place.DUPLICATE, Place.DUPLICATE);
  }

  @Test
  void theLastFrameSettlesASessionOnceNothingIsMissing() {
    Fed fed = new Fed().frame(0, 0, 0).frame(2, 200, 1, true);
    assertThat(fed.settled).containsExactly(0);
    assertThat(fed.frame(1, 100, 2).settled).containsExactly(0, 1, 2);
    assertThat(fed.books.complete()).isTrue();
  }

  @Test
  void aFullBufferPushesTheLowestOutAndItsPlaceIsGone() {
    Fed fed = new Fed();
    IntStream.rangeClosed(1, 1_025).forEach(index -> fed.frame(index, 0, index));
    assertThat(fed.overflow).containsExactly(1);
    assertThat(fed.books.waiting().count()).isEqualTo(1_024);
    assertThat(fed.frame(0, 0, 2_000).places.get(1_025)).isEqualTo(Place.LATE_BY_SILENCE);
  }

  @Test
  void booksStayBoundedWhenEverySecondFrameIsMissingAndTheClockRunsBackwards() {
    Fed fed = new Fed();
    for (int frame = 0; frame < 5_000; frame++) {
      fed.frame(2 * frame, 1_000_000_000 - 10L * frame, 10L * frame);
    }
    assertThat(fed.books.seen().count()).isLessThanOrEqualTo(64);
    assertThat(fed.books.captured().index().length).isLessThanOrEqualTo(CaptureFrontier.MOST);
    assertThat(fed.books.appended().highest().length).isLessThanOrEqualTo(AppendWindow.MOST);
    assertThat(fed.books.waiting().count()).isLessThanOrEqualTo(1_024);
    assertThat(fed.frame(1, 0, 60_000).places.get(5_000)).isEqualTo(Place.EXPIRED);
  }

  @Test
  void agreesWithTheRuleAsItIsWrittenOnSeededStreams() {
    for (long seed = 0; seed < 400; seed++) {
      List<Sent> stream = stream(new Random(seed));
      Fed fed = new Fed();
      stream.forEach(sent -> fed.frame(sent.index, sent.capturedAt, sent.appendedAt));
      assertThat(fed.places).as("seed %s", seed).containsExactlyElementsOf(byTheLetter(stream));
      assertThat(everything(fed))
          .as("each accepted frame settles once, seed %s", seed)
          .doesNotHaveDuplicates();
      long accepted =
          fed.places.stream().filter(place -> place != Place.DUPLICATE).count();
      assertThat(everything(fed)).as("none is lost, seed %s", seed).hasSize((int) accepted);
    }
  }

  /** Indices with gaps, duplicates, jumps of the clock, pauses, and shuffles beyond the horizon. */
  private static List<Sent> stream(Random random) {
    List<Sent> stream = new ArrayList<>();
    long now = 0;
    for (int at = 0; at < 60; at++) {
      now += random.nextInt(12) == 0 ? random.nextInt(30_000) : random.nextInt(400);
      int index = Math.max(0, at + random.nextInt(21) - 14);
      long skew = random.nextInt(15) == 0 ? random.nextInt(20_000) - 10_000 : 0;
      stream.add(new Sent(index, Math.max(0, index * 333L + skew), now));
    }
    return stream;
  }

  /** The definition of late, quadratic and without any state. */
  private static List<Place> byTheLetter(List<Sent> stream) {
    List<Place> places = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    List<Sent> accepted = new ArrayList<>();
    for (Sent frame : stream) {
      if (!seen.add(frame.index)) {
        places.add(Place.DUPLICATE);
        continue;
      }
      boolean passed = accepted.stream()
          .anyMatch(other -> other.index > frame.index
              && other.capturedAt >= frame.capturedAt + RULES.horizonMillis());
      boolean silent = accepted.stream()
          .anyMatch(other -> other.index > frame.index
              && frame.appendedAt - other.appendedAt >= RULES.silenceMillis());
      places.add(passed ? Place.LATE_BY_HORIZON : silent ? Place.LATE_BY_SILENCE : Place.WAITS);
      accepted.add(frame);
    }
    return places;
  }

  private static List<Integer> everything(Fed fed) {
    List<Integer> all = new ArrayList<>(fed.settled);
    Arrays.stream(fed.books.waiting().index()).forEach(all::add);
    all.addAll(fed.overflow);
    long late = fed.places.stream()
        .filter(place -> place == Place.LATE_BY_HORIZON || place == Place.LATE_BY_SILENCE)
        .count();
    IntStream.rangeClosed(1, (int) late).forEach(number -> all.add(-number));
    return all;
  }
}
