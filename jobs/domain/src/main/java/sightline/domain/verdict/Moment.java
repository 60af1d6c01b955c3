package sightline.domain.verdict;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.Assessment;
import sightline.domain.assessment.FrameScore;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.Seen;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Factor;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Unassessed;

/**
 * All that a session's verdict takes from one frame.
 *
 * @param things what the object model recognised in the frame's own look, its surest find of each label; null where it did not look
 */
public record Moment(
    Observation frame, FrameScore score, @Nullable List<Thing> things) {
  /**
   * A thing that was recognised.
   *
   * @param label the model's own word
   * @param confidence 0 to 1
   */
  public record Thing(String label, double confidence) {}

  public Moment {
    things = things == null ? null : List.copyOf(things);
  }

  public static Moment of(Seen seen, Observation frame, FrameScore score) {
    Assessment own = seen.frame().assessment();
    boolean looked = own.reading(DetectorKind.THING).looked() == Looked.WITH_MODEL;
    return new Moment(frame, score, looked ? things(own) : null);
  }

  /** A screen is a thing as well: a task may be about one. */
  private static List<Thing> things(Assessment own) {
    return Stream.of(DetectorKind.THING, DetectorKind.SCREEN)
        .flatMap(kind -> own.reading(kind).detections().stream())
        .flatMap(found -> found.label() == null
            ? Stream.empty()
            : Stream.of(new Thing(found.label(), found.confidence())))
        .toList();
  }

  long capturedAtMillis() {
    return frame.capturedAt().toEpochMilli();
  }

  /** A measure by its name; not assessed where there is none. */
  Measure reading(String name) {
    return score.measures().stream()
        .filter(reading -> reading.name().equals(name))
        .map(MeasureReading::value)
        .findFirst()
        .orElse(Measure.unassessed(Unassessed.NOT_IN_THIS_VERSION));
  }

  /** A factor of the score; null where the scoring has none of this name. */
  @Nullable
  Factor factor(FactorName name) {
    return score.score().factors().stream()
        .filter(factor -> factor.name() == name)
        .findFirst()
        .orElse(null);
  }
}
