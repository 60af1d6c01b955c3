package sightline.domain.incident;

import sightline.domain.assessment.Observation;

/**
 * What every incident of a session says of it.
 *
 * @param region coarse region of the sender
 * @param policy version of the policy behind the last frame's directive
 */
public record Labels(
    String session, String task, String deviceClass, String region, String policy) {
  static Labels of(Observation frame) {
    return new Labels(
        frame.session(), frame.task(), frame.deviceClass(), frame.region(), frame.policy());
  }
}
