package sightline.domain.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.FrameHeader;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

/**
 * The running counts behind a {@link SessionSummary}. Immutable.
 *
 * @param scoreSum sum of the scores, {@code scored} of them
 * @param revision of the last summary, 0 before the first
 * @param summarised accepted frames at the last summary
 */
public record Tally(
    long released,
    long redacted,
    long withheld,
    long late,
    long duplicates,
    double scoreSum,
    long scored,
    long firstCapturedMillis,
    long lastCapturedMillis,
    @Nullable Long clockOffsetMillis,
    int revision,
    long summarised) {
  public static final Tally NONE =
      new Tally(0, 0, 0, 0, 0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE, null, 0, 0);

  public long accepted() {
    return released + redacted + withheld;
  }

  /** Whether frames were settled that no summary has told of. */
  public boolean stale() {
    return accepted() > summarised;
  }

  public Tally withDuplicate() {
    return new Tally(
        released,
        redacted,
        withheld,
        late,
        duplicates + 1,
        scoreSum,
        scored,
        firstCapturedMillis,
        lastCapturedMillis,
        clockOffsetMillis,
        revision,
        summarised);
  }

  /** Counts one frame with its final directive. */
  public Tally withFinal(Directive directive, Measure score) {
    long capturedAt = directive.capturedAt().toEpochMilli();
    Long appendedAt = directive.origin().appendedAtMillis();
    return new Tally(
        released + (directive.disposition() == Disposition.RELEASE ? 1 : 0),
        redacted + (directive.disposition() == Disposition.REDACT ? 1 : 0),
        withheld + (directive.disposition() == Disposition.WITHHOLD ? 1 : 0),
        late + (directive.lateness() != null ? 1 : 0),
        duplicates,
        scoreSum + (score.assessed() ? score.orThrow() : 0),
        scored + (score.assessed() ? 1 : 0),
        Math.min(firstCapturedMillis, capturedAt),
        Math.max(lastCapturedMillis, capturedAt),
        offset(appendedAt, capturedAt),
        revision,
        summarised);
  }

  /** The same counts, told of in one more summary. */
  public Tally told() {
    return new Tally(
        released,
        redacted,
        withheld,
        late,
        duplicates,
        scoreSum,
        scored,
        firstCapturedMillis,
        lastCapturedMillis,
        clockOffsetMillis,
        revision + 1,
        accepted());
  }

  /**
   * @param last header of any frame of the session, for its labels
   * @throws IllegalArgumentException before the first final directive
   */
  public SessionSummary summary(FrameHeader last, SessionBooks books, Settlement settlement) {
    IndexRanges gaps = books.seen().gapsFrom(books.forgottenBelow());
    return new SessionSummary(
        last.session(),
        revision + 1,
        last.task(),
        last.deviceClass(),
        last.region(),
        settlement,
        accepted(),
        released,
        redacted,
        withheld,
        late,
        duplicates,
        gaps.size(),
        gaps.first(SessionSummary.GAPS_SHOWN),
        Instant.ofEpochMilli(firstCapturedMillis),
        Instant.ofEpochMilli(lastCapturedMillis),
        clockOffsetMillis,
        scored == 0
            ? Measure.unassessed(Unassessed.NOTHING_TO_MEASURE)
            : Measure.of(Math.round(1e4 * scoreSum / scored) / 1e4));
  }

  private @Nullable Long offset(@Nullable Long appendedAt, long capturedAt) {
    if (appendedAt == null) {
      return clockOffsetMillis;
    }
    long offset = appendedAt - capturedAt;
    return clockOffsetMillis == null ? (Long) offset : (Long) Math.min(clockOffsetMillis, offset);
  }
}
