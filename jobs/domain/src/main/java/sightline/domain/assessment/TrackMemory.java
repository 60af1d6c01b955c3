package sightline.domain.assessment;

import java.util.stream.Stream;
import sightline.domain.people.Visitors;
import sightline.domain.tracking.TrackNumbers;

/** What a session remembers of its tracks from one window of time to the next. */
public record TrackMemory(TrackNumbers numbers, Visitors visitors) {
  public static final TrackMemory NONE = new TrackMemory(TrackNumbers.NONE, Visitors.NONE);

  /**
   * Without what no window reaches any more. A frame whose boxes mean other places than its neighbours' hears none of them, and
   * yet must not forget for them: the whole window counts.
   */
  TrackMemory reaching(InTime window) {
    int first = Stream.concat(window.before().stream(), Stream.of(window.frame()))
        .mapToInt(frame -> frame.header().index())
        .min()
        .orElseThrow();
    return new TrackMemory(numbers.from(first), visitors.from(first));
  }
}
