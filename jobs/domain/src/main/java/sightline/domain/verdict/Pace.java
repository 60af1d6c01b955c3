package sightline.domain.verdict;

import org.jspecify.annotations.Nullable;

/**
 * How a session's recorded frames came, by capture time in milliseconds of the device's clock.
 *
 * @param fromMillis first frame
 * @param toMillis latest frame
 * @param framedMillis latest frame whose hands were held against the task's frame
 * @param frames in place
 * @param outOfPlace late or overflowed ones, each withheld
 * @param recordedMillis without pauses
 * @param pauses how often the recording was interrupted
 * @param longest of the pauses, from the first frame; null without one
 */
public record Pace(
    long fromMillis,
    long toMillis,
    long framedMillis,
    int frames,
    int outOfPlace,
    long recordedMillis,
    int pauses,
    @Nullable Span longest) {

  static Pace from(long millis) {
    return new Pace(millis, millis, millis, 0, 0, 0, 0, null);
  }

  /** Recorded time that a frame in place stands for: since the one before, nothing after a pause. */
  long lasted(long millis, VerdictRules rules) {
    long passed = millis - toMillis;
    return frames == 0 || passed >= rules.pauseMillis() ? 0 : Math.max(0, passed);
  }

  /** Hands are held against the task's frame at every few frames: such a frame speaks for those since the last one. */
  long framedFor(long millis, VerdictRules rules) {
    return Math.min(
        Math.max(lasted(millis, rules), frames == 0 ? 0 : millis - framedMillis),
        rules.joinMillis());
  }

  Pace and(long millis, boolean framed, VerdictRules rules) {
    boolean paused = frames > 0 && millis - toMillis >= rules.pauseMillis();
    Span pause = paused ? new Span(at(toMillis), at(millis)) : null;
    return new Pace(
        fromMillis,
        Math.max(toMillis, millis),
        framed ? millis : framedMillis,
        frames + 1,
        outOfPlace,
        recordedMillis + lasted(millis, rules),
        pauses + (paused ? 1 : 0),
        pause != null && (longest == null || pause.lasts() > longest.lasts()) ? pause : longest);
  }

  Pace andOneOutOfPlace() {
    return new Pace(
        fromMillis,
        toMillis,
        framedMillis,
        frames,
        outOfPlace + 1,
        recordedMillis,
        pauses,
        longest);
  }

  /** Milliseconds from the first frame, 0 for what a clock puts before it. */
  long at(long millis) {
    return Math.max(0, millis - fromMillis);
  }

  /** Share of the recorded time, of the frames where the clock stood still; 0 to 1. */
  double share(long millis, int ofFrames) {
    if (recordedMillis > 0) {
      return Math.min(1, (double) millis / recordedMillis);
    }
    return frames == 0 ? 0 : Math.min(1, (double) ofFrames / frames);
  }
}
