package sightline.vision.eyes;

import static org.assertj.core.api.Assertions.assertThat;
import static sightline.domain.privacy.DetectorKind.FACE;
import static sightline.domain.privacy.DetectorKind.HAND;
import static sightline.domain.privacy.DetectorKind.PERSON;
import static sightline.domain.privacy.DetectorKind.SCREEN;
import static sightline.domain.privacy.DetectorKind.TEXT;
import static sightline.domain.privacy.DetectorKind.THING;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.assessment.Schedule;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;
import sightline.vision.Drawing;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Detector;
import sightline.vision.detection.NoDetector;

class EyesTest {
  private static final Schedule SOMETIMES = new Schedule(3, 2, 4);
  private static final int NOBODYS_TURN = 1;
  private static final int OBJECTS_TURN = 3;
  private static final int EVERYBODYS_TURN = 12;

  private static final Box BOX = new Box(1, 1, 9, 9);
  private static final Measure GOOD = Measure.of(1);
  private static final Exposure LIGHT = new Exposure(GOOD, GOOD, GOOD, GOOD);
  private static final Sharpness CRISP = new Sharpness(GOOD, GOOD);

  private final Told faces = new Told("face/told-1");
  private final Told objects = new Told("object/told-1");
  private final Told hands = new Told("hand/told-1");
  private final Told text = new Told("text/told-1");
  private final Eyes eyes = new Eyes(faces, objects, hands, text, SOMETIMES);

  @Test
  void facesAreLookedForInEveryFrameAndTheOthersInTheirTurn() {
    assertThat(kinds(Looked.WITH_MODEL, look(NOBODYS_TURN))).containsExactly(FACE);
    assertThat(kinds(Looked.NOT_SCHEDULED, look(NOBODYS_TURN)))
        .containsExactlyInAnyOrder(PERSON, SCREEN, THING, HAND, TEXT);
    assertThat(kinds(Looked.WITH_MODEL, look(2))).containsExactlyInAnyOrder(FACE, HAND);
    assertThat(kinds(Looked.WITH_MODEL, look(4))).containsExactlyInAnyOrder(FACE, HAND, TEXT);
    assertThat(kinds(Looked.WITH_MODEL, look(EVERYBODYS_TURN)))
        .containsExactlyInAnyOrder(DetectorKind.values());
  }

  @Test
  void aDetectorWhoseTurnItIsNotCostsNothing() {
    look(NOBODYS_TURN);
    assertThat(List.of(faces.looks, objects.looks, hands.looks, text.looks))
        .containsExactly(1, 0, 0, 0);
  }

  @Test
  void aLookForPersonsAsksForHands() {
    assertThat(kinds(Looked.WITH_MODEL, look(OBJECTS_TURN)))
        .containsExactlyInAnyOrder(FACE, PERSON, SCREEN, THING, HAND);
  }

  @Test
  void aFaceAsksForPersonsInThatFrameAlone() {
    faces.seen = List.of(new Detection(BOX, 0.50));
    assertThat(kinds(Looked.WITH_MODEL, look(NOBODYS_TURN)))
        .containsExactlyInAnyOrder(FACE, PERSON, SCREEN, THING, HAND);
    faces.seen = List.of();
    assertThat(kinds(Looked.WITH_MODEL, look(NOBODYS_TURN))).containsExactly(FACE);
  }

  @Test
  void aFaintFaceAsksForNobody() {
    faces.seen = List.of(new Detection(BOX, 0.49));
    assertThat(kinds(Looked.WITH_MODEL, look(NOBODYS_TURN))).containsExactly(FACE);
  }

  /** The dark says what finding nothing is worth; a face that is found there is one all the same. */
  @Test
  void aFaceInTheDarkAsksForPersons() {
    faces.seen = List.of(new Detection(BOX, 0.9));
    Exposure dark = new Exposure(Measure.of(0.01), GOOD, GOOD, GOOD);
    assertThat(kinds(Looked.TOO_DARK, look(eyes, NOBODYS_TURN, dark, CRISP)))
        .containsExactlyInAnyOrder(FACE, PERSON, SCREEN, THING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "tv", "cell phone", "book"})
  void aScreenOrABookAsksForText(String label) {
    objects.seen = List.of(new Detection(BOX, 0.2, label));
    assertThat(reading(TEXT, look(OBJECTS_TURN)).looked()).isEqualTo(Looked.WITH_MODEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"person", "cup", "remote", "zebra"})
  void nothingElseAsksForText(String label) {
    objects.seen = List.of(new Detection(BOX, 0.9, label));
    assertThat(reading(TEXT, look(OBJECTS_TURN)).looked()).isEqualTo(Looked.NOT_SCHEDULED);
  }

  @Test
  void aFaceBesideAScreenAsksForEverything() {
    faces.seen = List.of(new Detection(BOX, 0.9));
    objects.seen = List.of(new Detection(BOX, 0.2, "tv"));
    assertThat(kinds(Looked.WITH_MODEL, look(NOBODYS_TURN)))
        .containsExactlyInAnyOrder(DetectorKind.values());
  }

  @Test
  void eachObjectIsReadAsWhatItMeansInAHome() {
    Detection person = new Detection(BOX, 0.9, "person");
    Detection screen = new Detection(BOX, 0.8, "tv");
    Detection thing = new Detection(BOX, 0.7, "cup");
    objects.seen = List.of(person, screen, thing, new Detection(BOX, 0.6, "zebra"));
    List<DetectorReading> readings = look(EVERYBODYS_TURN);
    assertThat(reading(PERSON, readings).detections()).containsExactly(person);
    assertThat(reading(SCREEN, readings).detections()).containsExactly(screen);
    assertThat(reading(THING, readings).detections()).containsExactly(thing);
  }

  /** Were it called not scheduled, one would wait for neighbours that have no answer either. */
  @ParameterizedTest
  @ValueSource(ints = {NOBODYS_TURN, EVERYBODYS_TURN})
  void whereNoModelIsItsAbsenceIsTheAnswerWhoeversTurnItIs(int index) {
    Detector none = new NoDetector();
    assertThat(kinds(Looked.NOT_AT_ALL, look(new Eyes(faces, none, none, none, SOMETIMES), index)))
        .containsExactlyInAnyOrder(PERSON, SCREEN, THING, HAND, TEXT);
    assertThat(
            kinds(Looked.NOT_AT_ALL, look(new Eyes(none, objects, hands, text, SOMETIMES), index)))
        .containsExactly(FACE);
  }

  @ParameterizedTest
  @CsvSource({"face, FACE", "object, PERSON SCREEN THING", "hand, HAND", "text, TEXT"})
  void aDetectorThatThrowsFailsForItsKindAndLeavesTheOthers(String broken, String kinds) {
    Stream.of(faces, objects, hands, text)
        .filter(told -> told.version.startsWith(broken))
        .forEach(told -> told.failure = new IllegalStateException("broken on purpose"));
    List<DetectorReading> readings = look(EVERYBODYS_TURN);
    Set<DetectorKind> failed =
        Set.of(kinds.split(" ")).stream().map(DetectorKind::valueOf).collect(Collectors.toSet());
    assertThat(kinds(Looked.FAILED, readings)).isEqualTo(failed);
    assertThat(kinds(Looked.WITH_MODEL, readings)).hasSize(6 - failed.size());
  }

  @Test
  void whoCouldNotLookCouldNotAskSoTheOthersAreAskedAllTheSame() {
    faces.failure = new IllegalStateException("broken on purpose");
    assertThat(kinds(Looked.WITH_MODEL, look(NOBODYS_TURN)))
        .containsExactlyInAnyOrder(PERSON, SCREEN, THING, HAND);
    objects.failure = new IllegalStateException("broken on purpose");
    assertThat(kinds(Looked.WITH_MODEL, look(NOBODYS_TURN))).containsExactlyInAnyOrder(HAND, TEXT);
  }

  /** Hands alone are not judged so: they are never hidden, and what is found of them counts in any light. */
  @Test
  void whereNobodyMeasuredTheLightEveryLookForSomethingToHideFailed() {
    Exposure unknown = Exposure.unassessed(Unassessed.DETECTOR_FAILED);
    assertThat(kinds(Looked.NOT_JUDGED, look(eyes, EVERYBODYS_TURN, unknown, CRISP)))
        .containsExactlyInAnyOrder(FACE, PERSON, SCREEN, THING, TEXT);
  }

  @Test
  void theVersionsAreOfThoseWhoLook() {
    Detector none = new NoDetector();
    assertThat(eyes.versions()).isEqualTo("face/told-1 object/told-1 hand/told-1 text/told-1");
    assertThat(new Eyes(none, objects, none, none, SOMETIMES).versions())
        .isEqualTo("object/told-1");
    assertThat(Eyes.only(none).versions()).isEqualTo("none");
  }

  private List<DetectorReading> look(int index) {
    return look(eyes, index);
  }

  private static List<DetectorReading> look(Eyes eyes, int index) {
    return look(eyes, index, LIGHT, CRISP);
  }

  private static List<DetectorReading> look(
      Eyes eyes, int index, Exposure exposure, Sharpness sharpness) {
    try (Picture picture = Drawing.picture(Drawing.plain(32, 24, 200))) {
      List<DetectorReading> readings = eyes.look(picture, index, exposure, sharpness);
      assertThat(readings)
          .extracting(DetectorReading::kind)
          .as("one reading a kind")
          .containsExactlyInAnyOrder(DetectorKind.values());
      return readings;
    }
  }

  private static Set<DetectorKind> kinds(Looked looked, List<DetectorReading> readings) {
    return readings.stream()
        .filter(reading -> reading.looked() == looked)
        .map(DetectorReading::kind)
        .collect(Collectors.toSet());
  }

  private static DetectorReading reading(DetectorKind kind, List<DetectorReading> readings) {
    return readings.stream()
        .filter(reading -> reading.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  /** Sees what it is told to, and counts how often it was asked. */
  private static final class Told implements Detector {
    private final String version;
    private List<Detection> seen = List.of();
    private @Nullable RuntimeException failure;
    private int looks;

    Told(String version) {
      this.version = version;
    }

    @Override
    public List<Detection> detect(Picture picture) {
      looks++;
      if (failure != null) {
        throw failure;
      }
      return seen;
    }

    @Override
    public Looked looked() {
      return Looked.WITH_MODEL;
    }

    @Override
    public String version() {
      return version;
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
