package sightline.domain.framing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Tolerance;
import sightline.domain.quality.Unassessed;

/**
 * How evenly the frames of a window came.
 *
 * <p>The step is the median over neighbours of capture time passed an index. Times longer than {@value #PAUSE_STEPS} steps an
 * index are pauses and count neither as jitter nor as frames the camera skipped.
 *
 * @param framesPerSecond that arrived: one over the step, less the share that was dropped
 * @param droppedShare indices that are missing between the first and the last, 0 to 1
 * @param skippedShare frames the camera itself left out, seen as time without an index, over those it should have taken; 0 to 1
 * @param jitter mean distance of the time an index took from the step, in steps, 0 and up
 */
public record Cadence(
    Measure framesPerSecond, Measure droppedShare, Measure skippedShare, Measure jitter) {
  private static final double PAUSE_STEPS = 30;
  private static final int MIN_FRAMES = 4;

  /**
   * When a frame was taken.
   *
   * @param index its place in the session
   * @param capturedAtMillis epoch milliseconds of the device's clock
   */
  public record Tick(int index, long capturedAtMillis) {}

  /**
   * Not assessed with fewer than {@value #MIN_FRAMES} frames; a clock that stands or runs backwards still leaves the dropped
   * share.
   *
   * @param window of frames in strictly rising order of their index
   */
  public static Cadence in(List<Tick> window) {
    if (window.size() < MIN_FRAMES) {
      Measure few = Measure.unassessed(Unassessed.NO_NEIGHBOUR);
      return new Cadence(few, few, few, few);
    }
    long indices = (long) window.get(window.size() - 1).index() - window.get(0).index() + 1;
    double dropped = 1 - (double) window.size() / indices;
    double[] passed = new double[window.size() - 1];
    int[] steps = new int[passed.length];
    for (int i = 0; i < passed.length; i++) {
      Tick from = window.get(i);
      Tick to = window.get(i + 1);
      steps[i] = to.index() - from.index();
      passed[i] = (double) (to.capturedAtMillis() - from.capturedAtMillis()) / steps[i];
    }
    double step = median(passed);
    if (step <= 0) {
      Measure stopped = Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
      return new Cadence(stopped, share(dropped), stopped, stopped);
    }
    return new Cadence(
        share(1e3 / step * (1 - dropped)),
        share(dropped),
        skipped(passed, steps, step),
        jitter(passed, step));
  }

  private static Measure skipped(double[] passed, int[] steps, double step) {
    long skipped = 0;
    long taken = 1;
    for (int i = 0; i < passed.length; i++) {
      taken += steps[i];
      if (passed[i] > 0 && passed[i] <= PAUSE_STEPS * step) {
        skipped += Math.max(0, Math.round(passed[i] * steps[i] / step) - steps[i]);
      }
    }
    return share((double) skipped / (skipped + taken));
  }

  private static Measure jitter(double[] passed, double step) {
    DoubleStream off = Arrays.stream(passed)
        .filter(time -> Math.abs(time) <= PAUSE_STEPS * step)
        .map(time -> Math.abs(time / step - 1));
    return share(off.average().orElse(0));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static Measure share(double value) {
    return Measure.of(Math.round(value * 1e4) / 1e4);
  }

  /** Everything from the wanted rate on, nothing at half of it or less, linear between; 0 to 1. */
  public Measure utility(double wantedFramesPerSecond) {
    return framesPerSecond.assessed()
        ? Measure.of(Tolerance.rising(wantedFramesPerSecond / 2, wantedFramesPerSecond)
            .utility(framesPerSecond.orThrow()))
        : framesPerSecond;
  }

  public List<MeasureReading> readings() {
    return List.of(
        new MeasureReading("frames_per_second", framesPerSecond),
        new MeasureReading("dropped_frames_share", droppedShare),
        new MeasureReading("skipped_frames_share", skippedShare),
        new MeasureReading("frame_jitter", jitter));
  }
}
