package sightline.pipeline.incident;

import org.jspecify.annotations.Nullable;
import sightline.domain.incident.SessionIncidents;

/**
 * All that a live session keeps for its incidents.
 *
 * @param silentFromMillis append time from which the session counts as over, unless another frame comes
 * @param timerAt event time of the one timer that stands
 */
public record FollowedSession(
    SessionIncidents incidents,
    long silentFromMillis,
    @Nullable Long timerAt) {}
