package sightline.pipeline.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Origin;
import sightline.domain.redaction.Unreleased;

class PatientFrameRecordsTest {
  private static final Origin ORIGIN = new Origin("frames", 0, 7, null);
  private static final byte[] RECORD = {1, 2, 3};

  private final List<Duration> pauses = new ArrayList<>();
  private final Passing clock = new Passing();
  private Duration away = Duration.ZERO;
  private Unreleased otherwise = Unreleased.UNAVAILABLE;
  private int asked;
  private @Nullable Integer partition;

  private final PatientFrameRecords records = new PatientFrameRecords(new Broker(), clock, time -> {
    pauses.add(time);
    clock.passed = clock.passed.plus(time);
  });

  @Test
  void aBrokerThatComesBackWithinMinutesLosesNoFrame() throws Exception {
    away = Duration.ofMinutes(4);
    assertThat(records.at(ORIGIN)).isEqualTo(RECORD);
    assertThat(pauses)
        .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(pauses).allSatisfy(pause -> assertThat(pause).isLessThan(Duration.ofSeconds(16)));
  }

  @Test
  void patienceEndsAndIsNotHadAnewForEachFrame() throws Exception {
    away = Duration.ofMinutes(20);
    assertUnavailable();
    assertThat(clock.passed).isLessThanOrEqualTo(PatientFrameRecords.PATIENCE);
    int before = asked;
    assertUnavailable();
    assertThat(asked).as("not asked at all so soon").isEqualTo(before);
    clock.passed = clock.passed.plus(PatientFrameRecords.UNASKED);
    assertUnavailable();
    assertThat(asked).as("once now and then").isEqualTo(before + 1);

    clock.passed = away.plus(PatientFrameRecords.UNASKED);
    assertThat(records.at(ORIGIN)).isEqualTo(RECORD);
    away = away.plusMinutes(2);
    assertThat(records.at(ORIGIN)).as("patient again").isEqualTo(RECORD);
  }

  @Test
  void aPartitionThatNobodyAsksForAnyMoreDoesNotTakeHopeFromTheOthersForEver() throws Exception {
    Origin elsewhere = new Origin("frames", 7, 0, null);
    away = Duration.ofMinutes(20);
    assertUnavailable();

    clock.passed = clock.passed.plus(PatientFrameRecords.FORGIVEN).plusSeconds(1);
    away = clock.passed.plusMinutes(2);
    assertThat(records.at(elsewhere)).as("patience again").isEqualTo(RECORD);
  }

  @Test
  void whatIsGoneIsNotWaitedFor() {
    away = Duration.ofMinutes(20);
    otherwise = Unreleased.RECORD_GONE;
    assertThatThrownBy(() -> records.at(ORIGIN)).isInstanceOf(Unreleasable.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void whoeverStopsTheTaskNeedNotWait() {
    away = Duration.ofMinutes(20);
    PatientFrameRecords stopped = new PatientFrameRecords(new Broker(), clock, time -> {
      throw new InterruptedException();
    });
    assertThatThrownBy(() -> stopped.at(ORIGIN)).isInstanceOf(InterruptException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private void assertUnavailable() {
    assertThatThrownBy(() -> records.at(ORIGIN))
        .isInstanceOfSatisfying(
            Unreleasable.class,
            refused -> assertThat(refused.why()).isEqualTo(Unreleased.UNAVAILABLE));
  }

  private final class Broker implements FrameRecords {
    @Override
    public byte[] at(Origin origin) throws Unreleasable {
      asked++;
      if (clock.passed.compareTo(away) < 0
          && (partition == null || partition == origin.partition())) {
        throw new Unreleasable(otherwise);
      }
      return RECORD;
    }

    @Override
    public void close() {}
  }

  private static final class Passing extends Clock {
    private Duration passed = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.EPOCH.plus(passed);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
