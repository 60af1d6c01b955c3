package sightline.domain.assessment;

import java.time.Instant;
import java.util.List;
import sightline.domain.frame.Phase;
import sightline.domain.people.PersonJudgement;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Score;

/**
 * How good one frame is and why.
 *
 * @param faces how many the detector saw
 * @param hands the worker's hands in view, 0 to 2
 * @param people besides the worker
 * @param persons every body seen, with whose it is and why; boxes in the stored raster
 * @param lens what lies on the lens
 * @param view what stands before the workspace
 * @param handsLeftBy sides of the upright picture by which a hand left it shortly before
 * @param measures what else was measured, framing and camera motion above all
 * @param scoring version of the rules behind the score
 */
public record FrameScore(
    String session,
    int index,
    Instant capturedAt,
    String task,
    String deviceClass,
    String region,
    Phase phase,
    Score score,
    Measure faces,
    Measure hands,
    Measure people,
    List<PersonJudgement> persons,
    Occlusion lens,
    Occlusion view,
    List<Edge> handsLeftBy,
    List<MeasureReading> measures,
    String scoring,
    String models) {
  public FrameScore {
    persons = List.copyOf(persons);
    handsLeftBy = List.copyOf(handsLeftBy);
    measures = List.copyOf(measures);
  }
}
