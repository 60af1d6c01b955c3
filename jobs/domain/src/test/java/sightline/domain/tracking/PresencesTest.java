package sightline.domain.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;

class PresencesTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final double HIDDEN = 0.7;
  private static final TrackRules RULES = new TrackRules(0.6, 4, 3, 700, 3, 0.33, 400, 1.0);

  private static Detection face(double left, double confidence) {
    return new Detection(new Box((float) left, 100, 40, 50), confidence);
  }

  private static Moment looked(int frame, Detection... found) {
    return new Moment(33L * frame, Looked.WITH_MODEL, List.of(found), 0, 0);
  }

  private static Moment unlooked(int frame) {
    return new Moment(33L * frame, Looked.NOT_SCHEDULED, List.of(), 0, 0);
  }

  private static List<Moment> window(int frames, IntFunction<Moment> moment) {
    List<Moment> window = new ArrayList<>();
    for (int frame = 0; frame < frames; frame++) {
      window.add(moment.apply(frame));
    }
    return window;
  }

  private static List<Presence> hidden(List<Moment> window, int place) {
    return new Presences(window, RULES, WIDTH, HEIGHT)
        .at(place).stream()
            .filter(presence -> presence.believed().confidence() >= HIDDEN)
            .toList();
  }

  private static boolean covers(List<Presence> presences, Box box) {
    return presences.stream()
        .anyMatch(presence -> presence.believed().box().intersection(box) >= 0.999 * box.area());
  }

  @Test
  void aFaceThatTheDetectorMissesInBetweenIsHiddenWhereItMustBe() {
    List<Moment> window = window(
        20,
        frame ->
            frame < 7 || frame > 12 ? looked(frame, face(100 + 8 * frame, 0.9)) : looked(frame));
    for (int frame = 7; frame <= 12; frame++) {
      List<Presence> hidden = hidden(window, frame);
      assertThat(hidden).extracting(Presence::basis).containsExactly(Basis.BETWEEN);
      assertThat(covers(hidden, face(100 + 8 * frame, 1).box()))
          .as("frame %s", frame)
          .isTrue();
    }
  }

  @Test
  void aFaintFindWithinATrackIsBelievedAsItsNeighboursAre() {
    List<Moment> window = window(20, frame -> looked(frame, face(100, frame == 10 ? 0.3 : 0.9)));
    assertThat(hidden(window, 10))
        .extracting(Presence::basis, presence -> presence.believed().confidence())
        .containsExactly(tuple(Basis.SEEN, 0.86));
  }

  @Test
  void aSingleFindIsHiddenInItsOwnFrameAndNoOther() {
    List<Moment> window =
        window(20, frame -> frame == 10 ? looked(frame, face(100, 0.9)) : looked(frame));
    assertThat(hidden(window, 10)).hasSize(1);
    assertThat(hidden(window, 9)).isEmpty();
    assertThat(hidden(window, 11)).isEmpty();
  }

  @Test
  void aFaceThatTurnsAwayIsHiddenForAWhileAndOneThatTurnsUpIsHiddenBefore() {
    List<Moment> window = window(
        60, frame -> frame >= 20 && frame < 40 ? looked(frame, face(100, 0.9)) : looked(frame));
    for (int frame : List.of(11, 19, 40, 48)) {
      assertThat(hidden(window, frame)).as("frame %s", frame).hasSize(1);
    }
    assertThat(hidden(window, 5)).isEmpty();
    assertThat(hidden(window, 55)).isEmpty();
  }

  @Test
  void whatWasThereForABlinkIsHeldForHalfABlink() {
    List<Moment> window = window(
        60, frame -> frame >= 30 && frame < 34 ? looked(frame, face(100, 0.9)) : looked(frame));
    assertThat(hidden(window, 34)).hasSize(1);
    assertThat(hidden(window, 36)).isEmpty();
    assertThat(hidden(window, 27)).isEmpty();
  }

  @Test
  void aShoeThatLooksLikeAFaceNowAndThenIsHiddenNowAndThen() {
    List<Moment> window =
        window(60, frame -> looked(frame, face(100, frame % 15 == 0 ? 0.9 : 0.3)));
    assertThat(hidden(window, 30)).hasSize(1);
    assertThat(hidden(window, 32).stream()
            .filter(presence -> presence.basis() != Basis.SEEN)
            .toList())
        .isEmpty();
  }

  @Test
  void whoLeavesByTheEdgeIsHiddenUntilOutOfThePicture() {
    IntFunction<Detection> walking = frame -> face(500 + 6 * frame, 0.9);
    List<Moment> window =
        window(40, frame -> frame < 18 ? looked(frame, walking.apply(frame)) : looked(frame));
    for (int frame = 18; frame < 23; frame++) {
      Box truly = walking.apply(frame).box();
      Box shown = new Box(truly.left(), truly.top(), WIDTH - truly.left(), truly.height());
      assertThat(covers(hidden(window, frame), shown)).as("frame %s", frame).isTrue();
    }
    assertThat(hidden(window, 39)).as("long gone").isEmpty();
  }

  @Test
  void aBoxThatTheEdgeCutsReachesIt() {
    List<Moment> window = List.of(looked(0, face(3, 0.9)));
    assertThat(hidden(window, 0).get(0).believed().box().left()).isZero();
  }

  @Test
  void whatOneLookFoundIsHiddenUpToTheNextThatSeesWell() {
    List<Moment> window = window(11, frame -> switch (frame) {
      case 0, 10 -> looked(frame);
      case 5 -> looked(frame, face(100, 0.8));
      default -> unlooked(frame);
    });
    for (int frame = 1; frame < 10; frame++) {
      assertThat(hidden(window, frame)).as("frame %s", frame).hasSize(1);
    }
    assertThat(hidden(window, 0)).isEmpty();
    assertThat(hidden(window, 10)).isEmpty();
  }

  @Test
  void aLookInTheDarkEndsNothing() {
    List<Moment> window = List.of(
        looked(0, face(100, 0.9)), new Moment(33, Looked.TOO_DARK, List.of(), 0, 0), unlooked(2));
    assertThat(hidden(window, 2)).hasSize(1);
  }

  @Test
  void aFaintFindInABlurEndsNothingThatASureLookFound() {
    List<Moment> window = List.of(
        looked(0, face(100, 0.9)),
        new Moment(33, Looked.TOO_BLURRED, List.of(face(102, 0.12)), 0, 0),
        unlooked(2),
        looked(3));
    assertThat(hidden(window, 2)).hasSize(1);
  }

  @Test
  void aFaintFindOfItsOwnInABlurTakesNothingFromASureOneBeside() {
    List<Moment> window = List.of(
        looked(0, face(100, 0.9)),
        new Moment(33, Looked.TOO_BLURRED, List.of(face(102, 0.12)), 0, 0),
        looked(2));
    assertThat(hidden(window, 1)).hasSize(1);
  }

  @Test
  void whoStopsIsHiddenWhereTheLastLookFoundThem() {
    List<Moment> window = window(6, frame -> switch (frame) {
      case 0 -> looked(0, face(100, 0.9));
      case 2 -> looked(2, face(150, 0.9));
      default -> unlooked(frame);
    });
    for (int frame = 3; frame < 6; frame++) {
      assertThat(covers(hidden(window, frame), face(150, 1).box()))
          .as("frame %s", frame)
          .isTrue();
    }
  }

  @Test
  void twoThingsThatWereTakenForOneAreBothHiddenBetweenTheLooks() {
    List<Moment> window = window(6, frame -> switch (frame) {
      case 0 -> looked(0, face(100, 0.9));
      case 5 -> looked(5, face(145, 0.9));
      default -> unlooked(frame);
    });
    for (int frame = 1; frame < 5; frame++) {
      assertThat(covers(hidden(window, frame), face(100, 1).box()))
          .as("frame %s", frame)
          .isTrue();
      assertThat(covers(hidden(window, frame), face(145, 1).box()))
          .as("frame %s", frame)
          .isTrue();
    }
  }

  @Test
  void aTurnOfTheCameraCarriesThePlaceWithIt() {
    List<Moment> window = window(21, frame -> {
      List<Detection> found =
          frame % 5 == 0 && frame != 10 ? List.of(face(100 + 10 * frame, 0.9)) : List.of();
      Looked how = frame % 5 == 0 ? Looked.WITH_MODEL : Looked.NOT_SCHEDULED;
      return new Moment(33L * frame, how, found, 10 * frame, 0);
    });
    for (int frame = 5; frame <= 15; frame++) {
      assertThat(covers(hidden(window, frame), face(100 + 10 * frame, 1).box()))
          .as("frame %s", frame)
          .isTrue();
    }
  }

  @Test
  void clocksThatStandStillOrJumpBreakNothing() {
    for (long step : new long[] {0, 1_000, -50}) {
      List<Moment> window = new ArrayList<>();
      for (int frame = 0; frame < 10; frame++) {
        window.add(new Moment(
            step * frame,
            Looked.WITH_MODEL,
            frame == 5 ? List.of() : List.of(face(100, 0.9)),
            0,
            0));
      }
      assertThat(hidden(window, 4)).as("a clock that goes by %s ms", step).isNotEmpty();
    }
  }

  @Test
  void whoeverFollowsNothingHasEachLookByItself() {
    TrackRules alone = new TrackRules(0, 0, 1, 0, Integer.MAX_VALUE, 0.33, 0, 1);
    List<Moment> window =
        window(9, frame -> frame == 4 ? looked(frame) : looked(frame, face(100 + frame, 0.9)));
    Presences presences = new Presences(window, alone, WIDTH, HEIGHT);
    assertThat(presences.at(4)).isEmpty();
    assertThat(presences.at(5))
        .singleElement()
        .satisfies(presence -> assertThat(presence.track().finds()).hasSize(1));
  }
}
