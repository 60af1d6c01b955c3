package sightline.domain.assessment;

import sightline.domain.people.Visitors;
import sightline.domain.tracking.TrackNumbers;

/** What a session remembers of its tracks from one window of time to the next. */
public record TrackMemory(TrackNumbers numbers, Visitors visitors) {
  public static final TrackMemory NONE = new TrackMemory(TrackNumbers.NONE, Visitors.NONE);
}
