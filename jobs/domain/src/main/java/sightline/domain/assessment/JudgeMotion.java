package sightline.domain.assessment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.framing.Cadence;
import sightline.domain.framing.MotionStep;
import sightline.domain.framing.Motions;
import sightline.domain.framing.Profiles;
import sightline.domain.framing.Repeats;
import sightline.domain.framing.SeenPicture;
import sightline.domain.framing.Shake;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;

/**
 * How the camera moved up to a frame, and how evenly its frames came.
 *
 * @param wantedFramesPerSecond what the task asks for, above 0
 */
record JudgeMotion(InTime window, double wantedFramesPerSecond, Motions motions) {

  /** See {@link Shake}. */
  Measure shake() {
    List<MotionStep> steps = new ArrayList<>();
    AssessedFrame before = null;
    for (AssessedFrame frame : upToNow()) {
      MotionStep step = before == null ? null : step(before, frame);
      if (step != null) {
        steps.add(step);
      }
      before = frame;
    }
    return Shake.over(steps);
  }

  List<MeasureReading> readings(Measure shake) {
    List<MeasureReading> readings = new ArrayList<>();
    readings.add(
        new MeasureReading("tilt_degrees", window.frame().assessment().camera().tiltDegrees()));
    readings.add(new MeasureReading("shake", shake));
    List<AssessedFrame> all = new ArrayList<>(upToNow());
    all.addAll(window.after());
    readings.addAll(Repeats.in(
            all.stream().map(JudgeMotion::picture).toList(), window.before().size())
        .readings());
    List<Cadence.Tick> ticks = new ArrayList<>();
    all.forEach(frame -> add(ticks, frame));
    Cadence cadence = Cadence.in(ticks);
    readings.addAll(cadence.readings());
    readings.add(
        new MeasureReading("frames_per_second_utility", cadence.utility(wantedFramesPerSecond)));
    return readings;
  }

  /** A frame that settled behind a higher index, which a wild clock brings about, is left out. */
  private static void add(List<Cadence.Tick> ticks, AssessedFrame frame) {
    int index = frame.header().index();
    if (ticks.isEmpty() || ticks.get(ticks.size() - 1).index() < index) {
      ticks.add(new Cadence.Tick(index, millis(frame)));
    }
  }

  private List<AssessedFrame> upToNow() {
    List<AssessedFrame> frames = new ArrayList<>(window.before());
    frames.add(window.frame());
    return frames;
  }

  private @Nullable MotionStep step(AssessedFrame before, AssessedFrame after) {
    Profiles from = before.assessment().camera().profiles();
    Profiles to = after.assessment().camera().profiles();
    long lasted = millis(after) - millis(before);
    return from == null || to == null || lasted <= 0
        ? null
        : new MotionStep(millis(after), lasted, motions.between(from, to));
  }

  private static SeenPicture picture(AssessedFrame frame) {
    Assessment seen = frame.assessment();
    return new SeenPicture(
        millis(frame),
        frame.sha256(),
        seen.camera().profiles(),
        List.of(
            seen.exposure().brightness(),
            seen.exposure().contrast(),
            seen.sharpness().acutance()));
  }

  private static long millis(AssessedFrame frame) {
    return frame.header().capturedAt().toEpochMilli();
  }
}
