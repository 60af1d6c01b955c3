package sightline.domain.verdict;

import org.jspecify.annotations.Nullable;
import sightline.domain.session.SessionSummary;

/**
 * One step in a session's course, in the order in which they happened: a frame that got its final directive, or a settlement of the
 * books. Exactly one of the two.
 */
public record Course(
    String session, @Nullable Moment moment, @Nullable SessionSummary settled) {
  public Course {
    if ((moment == null) == (settled == null)) {
      throw new IllegalArgumentException("a step is a frame or a settlement");
    }
  }

  public static Course of(Moment moment) {
    return new Course(moment.frame().session(), moment, null);
  }

  public static Course of(SessionSummary settled) {
    return new Course(settled.session(), null, settled);
  }
}
