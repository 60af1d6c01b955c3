package sightline.vision.eyes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.assessment.Schedule;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Sharpness;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Detector;
import sightline.vision.detection.NoDetector;
import sightline.vision.detection.object.CocoClass;

/** All detectors of one subtask, and when each of them looks. Not for several threads. */
public final class Eyes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Eyes.class);

  /** A face from this confidence on asks for a look at the rest of the person. */
  private static final double ASKING_FACE = 0.50;

  private final Detector faces;
  private final Detector objects;
  private final Detector hands;
  private final Detector text;
  private final Schedule schedule;
  private final String versions;

  Eyes(Detector faces, Detector objects, Detector hands, Detector text, Schedule schedule) {
    this.faces = faces;
    this.objects = objects;
    this.hands = hands;
    this.text = text;
    this.schedule = schedule;
    String joined = Stream.of(faces, objects, hands, text)
        .map(Detector::version)
        .filter(version -> !version.equals("none"))
        .collect(Collectors.joining(" "));
    this.versions = joined.isEmpty() ? "none" : joined;
  }

  /**
   * Opens every detector whose weights are there.
   *
   * @param tasks whose models look: object, hand, text; faces are always looked for
   * @throws sightline.vision.models.ModelCorrupt where weights are not the ones described
   */
  public static Eyes open(Detectors detectors, Set<String> tasks, Schedule schedule) {
    return new Eyes(
        detectors.faces(),
        tasks.contains("object") ? detectors.objects() : new NoDetector(),
        tasks.contains("hand") ? detectors.hands() : new NoDetector(),
        tasks.contains("text") ? detectors.text() : new NoDetector(),
        schedule);
  }

  /** Faces alone. */
  public static Eyes only(Detector faces) {
    return new Eyes(faces, new NoDetector(), new NoDetector(), new NoDetector(), Schedule.ALWAYS);
  }

  /** Versions of the models that look, joined by a space, or "none". */
  public String versions() {
    return versions;
  }

  /**
   * One reading a kind. Never throws for anything in the picture: a failing detector is a value.
   *
   * @param index 0-based place of the frame within its session, for the schedule
   * @param exposure of the same picture, and its sharpness: they tell what finding nothing is worth
   */
  public List<DetectorReading> look(
      Picture picture, int index, Exposure exposure, Sharpness sharpness) {
    DetectorReading seenFaces =
        Validity.of(reading(DetectorKind.FACE, faces, picture), exposure, sharpness);
    List<DetectorReading> readings = new ArrayList<>(List.of(seenFaces));
    boolean objectsDue = schedule.due(DetectorKind.PERSON, index) || asksForObjects(seenFaces);
    List<DetectorReading> seenObjects = objectsDue
        ? objects(picture)
        : notScheduled(objects, DetectorKind.PERSON, DetectorKind.SCREEN, DetectorKind.THING);
    seenObjects.forEach(seen -> readings.add(Validity.of(seen, exposure, sharpness)));
    readings.add(
        // whose body a look shows hangs on the hands in it
        objectsDue || schedule.due(DetectorKind.HAND, index)
            ? reading(DetectorKind.HAND, hands, picture)
            : notScheduled(hands, DetectorKind.HAND).get(0));
    readings.add(
        schedule.due(DetectorKind.TEXT, index) || asksForText(seenObjects)
            ? Validity.of(reading(DetectorKind.TEXT, text, picture), exposure, sharpness)
            : notScheduled(text, DetectorKind.TEXT).get(0));
    return readings;
  }

  private static boolean asksForObjects(DetectorReading faces) {
    return faces.looked() == Looked.FAILED
        || faces.detections().stream().anyMatch(face -> face.confidence() >= ASKING_FACE);
  }

  private static boolean asksForText(List<DetectorReading> objects) {
    return objects.stream().anyMatch(reading -> switch (reading.kind()) {
      // who could not look could not ask
      case SCREEN -> reading.looked() == Looked.FAILED || !reading.detections().isEmpty();
      case THING -> reading.detections().stream().anyMatch(thing -> "book".equals(thing.label()));
      case FACE, PERSON, HAND, TEXT -> false;
    });
  }

  private List<DetectorReading> objects(Picture picture) {
    DetectorReading all = reading(DetectorKind.THING, objects, picture);
    return Stream.of(DetectorKind.PERSON, DetectorKind.SCREEN, DetectorKind.THING)
        .map(kind -> new DetectorReading(
            kind,
            all.looked(),
            all.detections().stream().filter(seen -> isKind(seen, kind)).toList()))
        .toList();
  }

  private static boolean isKind(Detection seen, DetectorKind kind) {
    return Optional.ofNullable(seen.label())
        .flatMap(CocoClass::kindOf)
        .filter(kind::equals)
        .isPresent();
  }

  private static DetectorReading reading(DetectorKind kind, Detector detector, Picture picture) {
    try {
      return new DetectorReading(kind, detector.looked(), detector.detect(picture));
    } catch (RuntimeException failure) {
      LOG.warn("a detector failed on a frame: {}", kind, failure);
      return DetectorReading.failed(kind);
    }
  }

  /** Where no model is, its absence is the answer, not the schedule. */
  private static List<DetectorReading> notScheduled(Detector detector, DetectorKind... kinds) {
    Looked looked =
        detector.looked() == Looked.NOT_AT_ALL ? Looked.NOT_AT_ALL : Looked.NOT_SCHEDULED;
    return Stream.of(kinds).map(kind -> DetectorReading.without(kind, looked)).toList();
  }

  @Override
  public void close() {
    faces.close();
    objects.close();
    hands.close();
    text.close();
  }
}
