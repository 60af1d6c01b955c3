package sightline.pipeline.decide;

import org.jspecify.annotations.Nullable;
import sightline.domain.frame.FrameHeader;
import sightline.domain.session.SessionBooks;
import sightline.domain.session.Tally;

/**
 * All that a live session keeps besides its waiting frames.
 *
 * @param latest header of the latest frame to arrive, for the summary's labels
 * @param timerAt event time of the one timer that stands, null for none
 */
public record SessionState(
    SessionBooks books,
    Tally tally,
    FrameHeader latest,
    @Nullable Long timerAt) {
  SessionState with(SessionBooks next) {
    return new SessionState(next, tally, latest, timerAt);
  }

  SessionState with(Tally next) {
    return new SessionState(books, next, latest, timerAt);
  }

  SessionState withTimerAt(@Nullable Long millis) {
    return new SessionState(books, tally, latest, millis);
  }
}
