package sightline.pipeline.preflight;

import sightline.domain.preflight.PreflightSweep;

/**
 * All that a session keeps while its test clip lasts.
 *
 * @param silentFromMillis append time from which the clip counts as over, unless another frame comes
 * @param timerAt event time of the one timer that stands
 */
public record SweptSession(PreflightSweep sweep, long silentFromMillis, long timerAt) {}
