package sightline.domain.assessment;

import java.time.Instant;
import sightline.domain.frame.FrameHeader;
import sightline.domain.frame.Phase;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Score;

/**
 * How good one frame is and why.
 *
 * @param faces how many the detector saw
 * @param hands the worker's hands in view, 0 to 2
 * @param people besides the worker
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
    String scoring,
    String models) {

  public static FrameScore of(
      FrameHeader header,
      Score score,
      Measure faces,
      Measure hands,
      Measure people,
      String scoring,
      String models) {
    return new FrameScore(
        header.session(),
        header.index(),
        header.capturedAt(),
        header.task(),
        header.deviceClass(),
        header.region(),
        header.phase(),
        score,
        faces,
        hands,
        people,
        scoring,
        models);
  }
}
