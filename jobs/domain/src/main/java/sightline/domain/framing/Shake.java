package sightline.domain.framing;

import java.util.List;
import java.util.function.ToDoubleFunction;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

/**
 * How much the camera trembles, apart from where it is turned on purpose.
 *
 * <p>Each step gives a velocity, in widths a second to the right and heights a second down. Through the velocities of the
 * window a straight line over time is laid by least squares, for each direction: standing, panning and speeding up or slowing
 * down evenly lie on that line. Shake is the mean length of what is left, the one largest left out (a single motion read
 * wrongly is no shake), in shares of the frame a second. Slow swaying, slower than about the window, is taken for panning.
 */
public final class Shake {
  /** Frames farther apart than this do not show a tremble: at ten frames a second it may swing there and back between two. */
  public static final long MAX_STEP_MILLIS = 100;

  private static final int MIN_STEPS = 6;
  private static final double MIN_SECONDS = 0.3;

  private Shake() {}

  /**
   * @param window the steps of the last half to one second, in order
   * @return shares of the frame a second, 0 and up; not assessed with fewer than six steps of at most
   *     {@value #MAX_STEP_MILLIS} ms over 0.3 s, nor where more than half of the window's motions are not
   */
  public static Measure over(List<MotionStep> window) {
    List<MotionStep> close =
        window.stream().filter(step -> step.lastedMillis() <= MAX_STEP_MILLIS).toList();
    double seconds = close.stream().mapToLong(MotionStep::lastedMillis).sum() / 1e3;
    if (close.size() < MIN_STEPS || seconds < MIN_SECONDS) {
      return Measure.unassessed(Unassessed.NO_NEIGHBOUR);
    }
    List<MotionStep> told =
        close.stream().filter(step -> step.motion().assessed()).toList();
    if (told.size() < MIN_STEPS || 2 * told.size() < close.size()) {
      return Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
    }
    double[] across = offLine(told, step -> step.motion().right().orThrow());
    double[] down = offLine(told, step -> step.motion().down().orThrow());
    double sum = 0;
    double largest = 0;
    for (int i = 0; i < across.length; i++) {
      double left = Math.hypot(across[i], down[i]);
      sum += left;
      largest = Math.max(largest, left);
    }
    return Measure.of(Math.round((sum - largest) / (across.length - 1) * 1e4) / 1e4);
  }

  /** What the straight line through the velocities leaves of each. */
  private static double[] offLine(List<MotionStep> steps, ToDoubleFunction<MotionStep> moved) {
    int n = steps.size();
    double[] times = new double[n];
    double[] speeds = new double[n];
    double meanTime = 0;
    double meanSpeed = 0;
    for (int i = 0; i < n; i++) {
      MotionStep step = steps.get(i);
      times[i] = (step.atMillis() - steps.get(0).atMillis() - step.lastedMillis() / 2.0) / 1e3;
      speeds[i] = moved.applyAsDouble(step) * 1e3 / step.lastedMillis();
      meanTime += times[i] / n;
      meanSpeed += speeds[i] / n;
    }
    double along = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      along += (times[i] - meanTime) * (speeds[i] - meanSpeed);
      spread += (times[i] - meanTime) * (times[i] - meanTime);
    }
    double slope = spread == 0 ? 0 : along / spread;
    for (int i = 0; i < n; i++) {
      speeds[i] -= meanSpeed + slope * (times[i] - meanTime);
    }
    return speeds;
  }
}
