package sightline.domain.assessment;

import sightline.domain.tracking.TrackNumbers;

/**
 * A frame with what is made of it.
 *
 * @param numbers of the session's tracks, this frame's included
 */
public record Judged(Seen seen, TrackNumbers numbers) {}
