package sightline.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sightline.domain.consent.Permit;
import sightline.domain.frame.Box;
import sightline.domain.frame.Footage;
import sightline.domain.frame.FrameHeader;
import sightline.domain.frame.Origin;
import sightline.domain.frame.Phase;
import sightline.domain.frame.Rotation;
import sightline.domain.framing.CameraView;
import sightline.domain.framing.FramingSpec;
import sightline.domain.framing.Motions;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.Who;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;
import sightline.domain.sound.Speech;

class JudgeFrameTest {
  private static final Measure NOISE = Measure.of(0.0123);
  private static final JudgeFrame RULE = new JudgeFrame(FramingSpec.household());

  /** Stands free at the back of the room. */
  private static final Detection VISITOR = new Detection(new Box(300, 40, 30, 90), 0.8);

  /** Comes in over the lower edge, with a hand in it. */
  private static final Detection ARM = new Detection(new Box(100, 150, 200, 120), 0.8);

  private static final Detection HAND = new Detection(new Box(180, 160, 60, 60), 0.9);
  private static final Detection LAPTOP = new Detection(new Box(20, 20, 60, 40), 0.6, "laptop");

  /** Every kind that nothing is said of looked in this way. */
  private static AssessedFrame frame(
      int index, Looked otherwise, Map<DetectorKind, List<Detection>> seen) {
    FrameHeader header = new FrameHeader(
        "s",
        index,
        "free",
        "w",
        "phone",
        "r",
        Phase.RECORDING,
        Instant.ofEpochMilli(100L * index),
        480,
        270,
        Rotation.NONE,
        false);
    Measure fine = Measure.of(0.5);
    List<DetectorReading> readings = new ArrayList<>();
    for (DetectorKind kind : DetectorKind.values()) {
      List<Detection> found = seen.get(kind);
      readings.add(
          found == null
              ? DetectorReading.without(kind, otherwise)
              : new DetectorReading(kind, Looked.WITH_MODEL, found));
    }
    Assessment assessment = new Assessment(
        Decoding.DECODED,
        Rotation.NONE,
        new Exposure(fine, Measure.of(0), Measure.of(0), fine),
        new Sharpness(Measure.of(1), Measure.of(0)),
        NOISE,
        Occlusion.none(),
        Occlusion.none(),
        CameraView.unassessed(Unassessed.NOTHING_TO_MEASURE),
        readings,
        "test-1");
    return new AssessedFrame(
        header,
        new Origin("frames", 0, index, null),
        "%064d".formatted(index),
        Footage.CAMERA,
        Permit.NOT_ASKED,
        Speech.NO_SOUND,
        assessment);
  }

  private static AssessedFrame with(
      AssessedFrame frame, FrameHeader header, Rotation upright, List<DetectorReading> readings) {
    Assessment seen = frame.assessment();
    return new AssessedFrame(
        header,
        frame.origin(),
        frame.sha256(),
        frame.footage(),
        frame.permit(),
        frame.speech(),
        new Assessment(
            seen.decoding(),
            upright,
            seen.exposure(),
            seen.sharpness(),
            seen.noise(),
            seen.lens(),
            seen.view(),
            seen.camera(),
            readings,
            seen.models()));
  }

  private static AssessedFrame resized(AssessedFrame frame) {
    FrameHeader header = frame.header();
    FrameHeader twice = new FrameHeader(
        header.session(),
        header.index(),
        header.task(),
        header.worker(),
        header.deviceClass(),
        header.region(),
        header.phase(),
        header.capturedAt(),
        2 * header.width(),
        2 * header.height(),
        header.rotation(),
        header.endOfSession());
    return with(frame, twice, Rotation.NONE, frame.assessment().readings());
  }

  private static AssessedFrame turned(AssessedFrame frame) {
    return with(frame, frame.header(), Rotation.HALF_TURN, frame.assessment().readings());
  }

  private static AssessedFrame failed(AssessedFrame frame, DetectorKind failing) {
    List<DetectorReading> readings = frame.assessment().readings().stream()
        .map(reading -> reading.kind() == failing ? DetectorReading.failed(failing) : reading)
        .toList();
    return with(frame, frame.header(), Rotation.NONE, readings);
  }

  /** The same frame in which a screen was found, however badly it was seen. */
  private static AssessedFrame finding(AssessedFrame frame, Detection screen) {
    List<DetectorReading> readings = frame.assessment().readings().stream()
        .map(reading -> reading.kind() == DetectorKind.SCREEN
            ? new DetectorReading(reading.kind(), reading.looked(), List.of(screen))
            : reading)
        .toList();
    return with(frame, frame.header(), Rotation.NONE, readings);
  }

  private static AssessedFrame unlooked(int index) {
    return frame(index, Looked.NOT_SCHEDULED, Map.of(DetectorKind.FACE, List.of()));
  }

  private static AssessedFrame looked(int index, Map<DetectorKind, List<Detection>> seen) {
    return frame(index, Looked.WITH_MODEL, seen);
  }

  @Test
  void aFramesNoiseStandsAmongItsMeasures() {
    assertThat(judged(InTime.alone(looked(0, Map.of()))).measures())
        .contains(new MeasureReading("sensor_noise", NOISE));
  }

  private static Seen judged(InTime window) {
    return RULE.judge(window, TrackMemory.NONE, new Motions()).seen();
  }

  @Test
  void theWorkersArmIsTheWorkerAndTheVisitorIsNot() {
    Seen seen = judged(InTime.alone(looked(
        0, Map.of(DetectorKind.PERSON, List.of(VISITOR, ARM), DetectorKind.HAND, List.of(HAND)))));
    assertThat(seen.persons())
        .extracting(PersonJudgement::person, PersonJudgement::who)
        .containsExactlyInAnyOrder(tuple(VISITOR, Who.THIRD_PARTY), tuple(ARM, Who.WORKER));
    assertThat(seen.sight(DetectorKind.PERSON).detections())
        .as("only the visitor is there to be hidden")
        .containsExactly(VISITOR);
    assertThat(seen.hands().count()).isEqualTo(Measure.of(1));
  }

  @Test
  void aVisitorIsStillThereInTheFramesBetweenLooks() {
    AssessedFrame before = looked(0, Map.of(DetectorKind.PERSON, List.of(VISITOR)));
    AssessedFrame after = looked(5, Map.of(DetectorKind.PERSON, List.of()));
    Seen seen = judged(new InTime(unlooked(2), List.of(before), List.of(after)));
    assertThat(seen.persons()).singleElement().satisfies(judged -> {
      assertThat(judged.who()).isEqualTo(Who.THIRD_PARTY);
      assertThat(judged.because()).containsExactly(PersonEvidence.SEEN_JUST_BEFORE_OR_AFTER);
      assertThat(judged.person().box().intersection(VISITOR.box()))
          .isEqualTo(VISITOR.box().area());
    });
    assertThat(seen.sight(DetectorKind.PERSON).look())
        .isEqualTo(new Look(DetectorKind.PERSON, Looked.WITH_MODEL, 200L));
  }

  @Test
  void aScreenSeenOnlyLaterIsHiddenEarlierAsWell() {
    AssessedFrame before = looked(0, Map.of());
    AssessedFrame after = looked(5, Map.of(DetectorKind.SCREEN, List.of(LAPTOP)));
    Seen seen = judged(new InTime(unlooked(4), List.of(before), List.of(after)));
    assertThat(seen.sight(DetectorKind.SCREEN).detections())
        .singleElement()
        .satisfies(screen -> assertThat(screen.label()).isEqualTo("laptop"));
  }

  @Test
  void aFrameWithoutWitnessesSaysThatNobodyLooked() {
    Seen seen = judged(InTime.alone(unlooked(3)));
    for (DetectorKind kind :
        List.of(DetectorKind.PERSON, DetectorKind.SCREEN, DetectorKind.TEXT, DetectorKind.HAND)) {
      assertThat(seen.sight(kind).look()).isEqualTo(new Look(kind, Looked.NOT_SCHEDULED, null));
    }
    assertThat(seen.hands().count().assessed()).isFalse();
  }

  @Test
  void aFailedLookIsNotMendedByItsNeighbours() {
    AssessedFrame before = looked(0, Map.of());
    AssessedFrame failed = frame(1, Looked.FAILED, Map.of(DetectorKind.FACE, List.of()));
    Seen seen = judged(new InTime(failed, List.of(before), List.of()));
    assertThat(seen.sight(DetectorKind.PERSON).look())
        .isEqualTo(new Look(DetectorKind.PERSON, Looked.FAILED, null));
  }

  @Test
  void aLookInTheDarkHidesNothingThatABetterOneBesideItFound() {
    AssessedFrame before = looked(0, Map.of(DetectorKind.PERSON, List.of(VISITOR)));
    for (Looked badly : List.of(Looked.TOO_DARK, Looked.TOO_BLURRED)) {
      AssessedFrame nearer = frame(1, badly, Map.of(DetectorKind.FACE, List.of()));
      Seen seen = judged(new InTime(unlooked(2), List.of(before, nearer), List.of()));
      assertThat(seen.persons()).extracting(PersonJudgement::who).containsExactly(Who.THIRD_PARTY);
      assertThat(seen.sight(DetectorKind.PERSON).look())
          .as("the better one answers")
          .isEqualTo(new Look(DetectorKind.PERSON, Looked.WITH_MODEL, 200L));
    }
  }

  @Test
  void whatALookInTheDarkFoundIsHiddenAllTheSame() {
    AssessedFrame before = looked(0, Map.of());
    AssessedFrame nearer = finding(frame(1, Looked.TOO_DARK, Map.of()), LAPTOP);
    Seen seen = judged(new InTime(unlooked(2), List.of(before, nearer), List.of()));
    assertThat(seen.sight(DetectorKind.SCREEN).detections()).hasSize(1);
    assertThat(seen.sight(DetectorKind.SCREEN).look().looked()).isEqualTo(Looked.WITH_MODEL);
  }

  @Test
  void whereFacesOrHandsCouldNotBeLookedForNothingSpeaksForTheWorker() {
    for (DetectorKind failing : List.of(DetectorKind.FACE, DetectorKind.HAND)) {
      AssessedFrame look = failed(
          looked(1, Map.of(DetectorKind.PERSON, List.of(ARM), DetectorKind.HAND, List.of(HAND))),
          failing);
      assertThat(judged(InTime.alone(look)).persons()).singleElement().satisfies(judged -> {
        assertThat(judged.who()).isEqualTo(Who.THIRD_PARTY);
        assertThat(judged.because()).containsExactly(PersonEvidence.DETECTOR_FAILED);
      });
      AssessedFrame before = looked(0, Map.of(DetectorKind.PERSON, List.of()));
      assertThat(
              judged(new InTime(unlooked(2), List.of(before, look), List.of())).persons())
          .as("its neighbours hear of it")
          .extracting(PersonJudgement::who)
          .containsExactly(Who.THIRD_PARTY);
    }
  }

  @Test
  void whatWasFoundInALightThatNobodyMeasuredIsHiddenInTheNeighboursToo() {
    AssessedFrame before = looked(0, Map.of());
    AssessedFrame nearer = finding(frame(1, Looked.NOT_JUDGED, Map.of()), LAPTOP);
    Seen seen = judged(new InTime(unlooked(2), List.of(before, nearer), List.of()));
    assertThat(seen.sight(DetectorKind.SCREEN).detections()).hasSize(1);
    assertThat(seen.sight(DetectorKind.SCREEN).look().ageMillis()).isEqualTo(200L);
  }

  @Test
  void whoIsAVisitorAtThreeLooksIsOneAtTheFourthThatShowsOnlyABack() {
    Detection back = new Detection(new Box(200, 60, 90, 210), 0.5, "person");
    Detection face = new Detection(new Box(225, 70, 30, 40), 0.95);
    List<AssessedFrame> looks = new ArrayList<>();
    for (int index = 0; index < 3; index++) {
      looks.add(looked(
          index, Map.of(DetectorKind.PERSON, List.of(back), DetectorKind.FACE, List.of(face))));
    }
    AssessedFrame turned = looked(3, Map.of(DetectorKind.PERSON, List.of(back)));
    assertThat(judged(InTime.alone(turned)).sight(DetectorKind.PERSON).detections())
        .as("by itself it may be the worker's own body")
        .isEmpty();
    assertThat(judged(new InTime(turned, looks, List.of()))
            .sight(DetectorKind.PERSON)
            .detections())
        .hasSize(1);
  }

  @Test
  void whoTurnedAwayLongerAgoThanAnythingIsHeldIsAVisitorStill() {
    Detection back = new Detection(new Box(200, 60, 90, 210), 0.5, "person");
    Detection face = new Detection(new Box(225, 70, 30, 40), 0.95);
    Map<DetectorKind, List<Detection>> facing =
        Map.of(DetectorKind.PERSON, List.of(back), DetectorKind.FACE, List.of(face));
    Map<DetectorKind, List<Detection>> away = Map.of(DetectorKind.PERSON, List.of(back));
    List<AssessedFrame> threeLooks = new ArrayList<>();
    List<AssessedFrame> twoLooks = new ArrayList<>();
    for (int index = 0; index < 9; index++) {
      threeLooks.add(looked(index, index < 3 ? facing : away));
      twoLooks.add(looked(index, index < 2 ? facing : away));
    }
    assertThat(judged(new InTime(looked(9, away), threeLooks, List.of())).persons())
        .extracting(PersonJudgement::who)
        .containsExactly(Who.THIRD_PARTY);
    assertThat(judged(new InTime(looked(9, away), twoLooks, List.of())).persons())
        .as("two looks are no vote")
        .extracting(PersonJudgement::who)
        .containsExactly(Who.WORKER);
  }

  /**
   * Whose the one body is in each frame, by a session that remembers.
   *
   * @param facing looks at the beginning that show its face as well
   * @param odd indices of frames of another size
   */
  private static List<Who> whose(Detection body, int facing, int frames, Integer... odd) {
    return whose(body, body, facing, frames, odd);
  }

  /**
   * @param later what the track goes on with once the face is gone
   */
  private static List<Who> whose(
      Detection body, Detection later, int facing, int frames, Integer... odd) {
    Detection face = new Detection(new Box(225, 70, 30, 40), 0.95);
    List<AssessedFrame> session = new ArrayList<>();
    for (int index = 0; index < frames; index++) {
      AssessedFrame frame = looked(
          index,
          index < facing
              ? Map.of(DetectorKind.PERSON, List.of(body), DetectorKind.FACE, List.of(face))
              : Map.of(DetectorKind.PERSON, List.of(later)));
      session.add(List.of(odd).contains(index) ? resized(frame) : frame);
    }
    List<Who> whose = new ArrayList<>();
    TrackMemory memory = TrackMemory.NONE;
    int reach = 10;
    for (int at = 0; at < frames; at++) {
      Judged judged = RULE.judge(
          new InTime(
              session.get(at),
              session.subList(Math.max(0, at - reach), at),
              session.subList(at + 1, Math.min(frames, at + 1 + reach))),
          memory,
          new Motions());
      memory = judged.memory();
      whose.add(judged.seen().persons().get(0).who());
    }
    return whose;
  }

  @Test
  void whoTurnsAwayIsAVisitorForFiveSecondsMoreAsLongAsTheTrackGoesOn() {
    Detection back = new Detection(new Box(200, 60, 90, 210), 0.5, "person");
    List<Who> whose = whose(back, 4, 70);
    int last = whose.lastIndexOf(Who.THIRD_PARTY);
    assertThat(looked(last, Map.of()).header().capturedAt())
        .as("plain at 300 ms for the last time, in frame 3")
        .isEqualTo(looked(3, Map.of()).header().capturedAt().plusSeconds(5));
    assertThat(whose.subList(0, last)).containsOnly(Who.THIRD_PARTY);
    assertThat(whose.subList(last + 1, 70)).containsOnly(Who.WORKER);
  }

  @Test
  void aFrameOfAnotherSizeInBetweenMakesNobodyForgotten() {
    Detection back = new Detection(new Box(200, 60, 90, 210), 0.5, "person");
    List<Who> whose = whose(back, 4, 40, 20);
    assertThat(whose.subList(0, 20)).containsOnly(Who.THIRD_PARTY);
    assertThat(whose.subList(21, 40)).containsOnly(Who.THIRD_PARTY);
  }

  @Test
  void anArmThatCrossesAVisitorsTrackIsNotTheVisitorForLong() {
    Detection visitor = new Detection(new Box(200, 60, 90, 210), 0.5, "person");
    Detection arm = new Detection(new Box(150, 130, 190, 140), 0.5, "person");
    List<Who> whose = whose(visitor, arm, 4, 40);
    assertThat(whose.subList(0, 4)).containsOnly(Who.THIRD_PARTY);
    assertThat(whose.get(5)).as("it is one track").isEqualTo(Who.THIRD_PARTY);
    assertThat(whose.subList(20, 40)).containsOnly(Who.WORKER);
  }

  @Test
  void neighboursOfAnotherRasterBearNoWitness() {
    AssessedFrame before = looked(
        0,
        Map.of(
            DetectorKind.PERSON, List.of(VISITOR),
            DetectorKind.SCREEN, List.of(LAPTOP),
            DetectorKind.HAND, List.of(HAND)));
    for (AssessedFrame other : List.of(resized(before), turned(before))) {
      Seen seen = judged(new InTime(unlooked(1), List.of(other), List.of()));
      assertThat(seen.persons()).isEmpty();
      assertThat(seen.sight(DetectorKind.SCREEN).look())
          .isEqualTo(new Look(DetectorKind.SCREEN, Looked.NOT_SCHEDULED, null));
      assertThat(seen.hands().count().unassessed()).isEqualTo(Unassessed.NOT_SCHEDULED);
    }
  }
}
