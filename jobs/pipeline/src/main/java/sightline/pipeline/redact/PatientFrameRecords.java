package sightline.pipeline.redact;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.frame.Origin;
import sightline.domain.redaction.Unreleased;

/**
 * Asks again for what no broker hands out just now, so that a broker that is away for minutes costs no frame. Whoever asks waits,
 * and with it all that comes after: frames stay in order. Once patience with one partition ran out, nothing is asked for twice, and
 * that partition's records only now and then, until one of them is handed out again: what has to be taken back of other partitions must
 * not wait for it.
 */
final class PatientFrameRecords implements FrameRecords {
  /** Below the ten minutes that a checkpoint may take and a transaction stay open, with what comes after it. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Between two questions to a partition that was given up; each may take ten seconds. */
  static final Duration UNASKED = Duration.ofSeconds(30);

  /** After that it is as if a partition had never been given up: nobody may ask for its records any more, and hope must come back. */
  static final Duration FORGIVEN = Duration.ofMinutes(15);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Logger LOG = LoggerFactory.getLogger(PatientFrameRecords.class);

  private final FrameRecords records;
  private final Clock clock;
  private final Pause pause;
  /** When each partition that was given up was last asked for a record. */
  private final Map<String, Long> givenUp = new HashMap<>();

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
    String partition = origin.topic() + "-" + origin.partition();
    givenUp.values().removeIf(asked -> clock.millis() - asked > FORGIVEN.toMillis());
    Long askedAt = givenUp.get(partition);
    if (askedAt != null && clock.millis() - askedAt < UNASKED.toMillis()) {
      throw new Unreleasable(Unreleased.UNAVAILABLE);
    }
    long since = clock.millis();
    Duration next = FIRST_PAUSE;
    while (true) {
      try {
        byte[] record = records.at(origin);
        givenUp.remove(partition);
        return record;
      } catch (Unreleasable refused) {
        if (refused.why() != Unreleased.UNAVAILABLE) {
          givenUp.remove(partition);
          throw refused;
        }
        if (!givenUp.isEmpty() || clock.millis() - since + next.toMillis() > PATIENCE.toMillis()) {
          givenUp.put(partition, clock.millis());
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
