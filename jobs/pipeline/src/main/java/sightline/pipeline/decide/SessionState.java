package sightline.pipeline.decide;

import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.TrackMemory;
import sightline.domain.frame.FrameHeader;
import sightline.domain.session.Neighbours;
import sightline.domain.session.SessionBooks;
import sightline.domain.session.Tally;

/**
 * All that a live session keeps besides its waiting frames.
 *
 * @param neighbours settled frames, decided or not, that bear witness for one another
 * @param tracks what is remembered of those within reach
 * @param latest header of the latest frame to arrive, for the summary's labels
 * @param timerAt event time of the one timer that stands, null for none
 */
public record SessionState(
    SessionBooks books,
    Neighbours neighbours,
    Tally tally,
    TrackMemory tracks,
    FrameHeader latest,
    @Nullable Long timerAt) {
  SessionState with(SessionBooks next) {
    return new SessionState(next, neighbours, tally, tracks, latest, timerAt);
  }

  SessionState with(Neighbours next) {
    return new SessionState(books, next, tally, tracks, latest, timerAt);
  }

  SessionState with(Tally next) {
    return new SessionState(books, neighbours, next, tracks, latest, timerAt);
  }

  SessionState with(TrackMemory next) {
    return new SessionState(books, neighbours, tally, next, latest, timerAt);
  }

  SessionState withTimerAt(@Nullable Long millis) {
    return new SessionState(books, neighbours, tally, tracks, latest, millis);
  }
}
