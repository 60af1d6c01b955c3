package sightline.domain.assessment;

/**
 * A frame with what is made of it.
 *
 * @param memory of the session's tracks, this frame's included
 */
public record Judged(Seen seen, TrackMemory memory) {}
