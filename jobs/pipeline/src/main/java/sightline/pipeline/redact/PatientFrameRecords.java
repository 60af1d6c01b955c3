package sightline.pipeline.redact;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.frame.Origin;
import sightline.domain.redaction.Unreleased;

/**
 * Asks again for what no broker hands out just now, so that a broker that is away for minutes costs no frame. Whoever asks waits,
 * and with it all that comes after: frames stay in order. Once patience ran out each record is asked for once only, until one is
 * handed out again.
 */
final class PatientFrameRecords implements FrameRecords {
  /** Below the ten minutes that a checkpoint may take and a transaction stay open. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Logger LOG = LoggerFactory.getLogger(PatientFrameRecords.class);

  private final FrameRecords records;
  private final Clock clock;
  private final Pause pause;
  private Hope hope = Hope.SOME;

  private enum Hope {
    SOME,
    NONE
  }

  /** Waits. */
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  PatientFrameRecords(FrameRecords records) {
    this(records, Clock.systemUTC(), time -> Thread.sleep(time.toMillis()));
  }

  PatientFrameRecords(FrameRecords records, Clock clock, Pause pause) {
    this.records = records;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public byte[] at(Origin origin) throws Unreleasable {
    long since = clock.millis();
    Duration next = FIRST_PAUSE;
    while (true) {
      try {
        byte[] record = records.at(origin);
        hope = Hope.SOME;
        return record;
      } catch (Unreleasable refused) {
        if (refused.why() != Unreleased.UNAVAILABLE) {
          hope = Hope.SOME;
          throw refused;
        }
        if (hope == Hope.NONE || clock.millis() - since + next.toMillis() > PATIENCE.toMillis()) {
          hope = Hope.NONE;
          throw refused;
        }
        LOG.warn("no broker hands out a frame; asked again in {} s", next.toSeconds());
        rest(next);
        next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
            ? next.multipliedBy(2)
            : LONGEST_PAUSE;
      }
    }
  }

  private void rest(Duration time) {
    try {
      pause.of(time);
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  @Override
  public void close() {
    records.close();
  }
}
