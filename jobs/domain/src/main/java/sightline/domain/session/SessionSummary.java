package sightline.domain.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Measure;

/**
 * What became of a session's frames up to a settlement; a resumed session gets another, with the next revision.
 *
 * @param revision from 1
 * @param accepted frames with a FINAL directive; the sum of {@code released}, {@code redacted} and {@code withheld}
 * @param late those among {@code withheld} that came after their place was settled
 * @param duplicates frames rejected as DUPLICATE before this settlement
 * @param missing how many indices below the highest never came
 * @param gaps where they are missing, the first {@value #GAPS_SHOWN} of them
 * @param clockOffsetMillis smallest append time minus capture time seen, in milliseconds: the device's clock against the
 *     broker's plus the fastest transport; null without append times
 * @param meanScore mean of the frames' scores, 0 to 1
 */
public record SessionSummary(
    String session,
    int revision,
    String task,
    String deviceClass,
    String region,
    Settlement settlement,
    long accepted,
    long released,
    long redacted,
    long withheld,
    long late,
    long duplicates,
    long missing,
    IndexRanges gaps,
    Instant firstCapturedAt,
    Instant lastCapturedAt,
    @Nullable Long clockOffsetMillis,
    Measure meanScore) {
  /** More gaps than these are counted in {@code missing} only. */
  public static final int GAPS_SHOWN = 64;

  public SessionSummary {
    if (accepted != released + redacted + withheld) {
      throw new IllegalArgumentException(
          "the books of a session must balance: accepted %s, released %s, redacted %s, withheld %s"
              .formatted(accepted, released, redacted, withheld));
    }
  }
}
