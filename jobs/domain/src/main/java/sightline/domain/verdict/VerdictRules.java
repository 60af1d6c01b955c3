package sightline.domain.verdict;

import java.io.Serializable;

/**
 * The numbers behind verdicts that no task's spec states.
 *
 * @param version stands in every verdict
 * @param pauseMillis capture time between two frames from which the recording counts as interrupted, above 0
 * @param interruptions so many and more are worth a word
 * @param joinMillis from how near on two spans of one fault are told as one
 * @param leastFrames a session with fewer gets no verdict: a photo has no time that could be judged
 * @param noisy sensor noise from which it stands against a frame, as {@code sensor_noise} states it
 * @param stillness shake below which the camera rests, shares of the frame a second
 * @param resolutionFloor pixels of the shorter side that are enough where a task's spec says nothing
 * @param surelySeen confidence from which a thing counts as recognised, 0 to 1
 * @param surelyLooks so many looks have to recognise it
 * @param leastAssessed share of the recorded time that has to be assessed for hands before their absence can count, 0 to 1
 * @param fieldOfViewDegrees across the longer side of a phone's main camera, for advice on how far to turn; real ones lie between
 *     60 and 80
 */
public record VerdictRules(
    String version,
    long pauseMillis,
    int interruptions,
    long joinMillis,
    int leastFrames,
    double noisy,
    double stillness,
    int resolutionFloor,
    double surelySeen,
    int surelyLooks,
    double leastAssessed,
    double fieldOfViewDegrees)
    implements Serializable {

  /** As measured on the shared clips, see jobs/docs/verdicts.md; what is judgement says so there. */
  public static final VerdictRules USUAL =
      new VerdictRules("verdict-1", 5_000, 3, 1_000, 2, 0.03, 0.02, 240, 0.5, 2, 0.5, 70);

  public VerdictRules {
    if (pauseMillis < 1
        || interruptions < 1
        || leastFrames < 2
        || !(leastAssessed >= 0 && leastAssessed <= 1)
        || !(surelySeen >= 0 && surelySeen <= 1)) {
      throw new IllegalArgumentException("verdicts need pauses, frames and shares above 0");
    }
  }
}
