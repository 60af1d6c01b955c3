package sightline.domain.session;

import java.io.Serializable;

/**
 * The times and bounds of a session's books.
 *
 * @param horizonMillis session time (capture clock) that a frame waits for its neighbours; default 2,000
 * @param lookaheadMillis session time that a settled frame waits for witnesses that follow it; default 1,000
 * @param silenceMillis append time after which a place without progress is settled; default 10,000
 * @param retentionMillis append time for which indices are remembered after the last frame; default 7 days
 * @param closedMillis append time for which a closed session is remembered after that; default 30 days
 * @param mostWaiting frames of one session that may wait at a time; default 1,024
 * @param mostRanges ranges of seen indices that are remembered; default 4,096
 */
public record SessionRules(
    long horizonMillis,
    long lookaheadMillis,
    long silenceMillis,
    long retentionMillis,
    long closedMillis,
    int mostWaiting,
    int mostRanges)
    implements Serializable {
  public static final SessionRules DEFAULT = new SessionRules(
      2_000, 1_000, 10_000, 7L * 24 * 3_600_000, 30L * 24 * 3_600_000, 1_024, 4_096);

  public SessionRules {
    if (horizonMillis < 0
        || lookaheadMillis < 0
        || silenceMillis < 1
        || retentionMillis < silenceMillis
        || closedMillis < 0
        || mostWaiting < 1
        || mostRanges < 1) {
      throw new IllegalArgumentException(
          "session rules: horizon and look-ahead from 0, silence from 1 ms, retention no shorter than silence, bounds from 1; got horizon %s ms, look-ahead %s ms, silence %s ms, retention %s ms, closed %s ms, waiting %s, ranges %s"
              .formatted(
                  horizonMillis,
                  lookaheadMillis,
                  silenceMillis,
                  retentionMillis,
                  closedMillis,
                  mostWaiting,
                  mostRanges));
    }
  }
}
