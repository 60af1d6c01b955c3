package sightline.domain.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import sightline.domain.operations.Correction;
import sightline.domain.operations.OperationsReading;

class LeakReadingsTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long NOW = 500_000 * HOUR + 600_000;
  private static final PassQuality PASS = new PassQuality(100, 20, 1_000, 10);
  private static final LeakReadings READINGS = new LeakReadings(PASS, LeakWindow.DAY);
  private static final int ENOUGH = 3;

  @Test
  void aCohortHasNoNameBeforeEnoughWorkersStandBehindIt() {
    CohortLeaks cohort = CohortLeaks.none("phone-mid", "ke-nairobi");
    cohort = seen(cohort, 1, NOW, 0);
    cohort = seen(cohort, 2, NOW, 0);
    cohort = seen(cohort, 2, NOW, 1);
    assertThat(cohorts(cohort)).containsExactly(OperationsReading.OTHER);

    cohort = seen(cohort, 3, NOW, 0);
    assertThat(cohorts(cohort)).containsExactly("phone-mid/ke-nairobi");
    assertThat(cohort.workers()).as("nobody is remembered any more").isEmpty();
    assertThat(cohort.counts()).isEqualTo(new LeakCounts(4, 1));
  }

  @Test
  void cohortsWithoutANameAreToldTogether() {
    CohortLeaks one = seen(CohortLeaks.none("phone-mid", "ke-nairobi"), 1, NOW, 1);
    CohortLeaks two = seen(CohortLeaks.none("phone-low", "ke-nairobi"), 1, NOW, 0);

    OperationsReading other =
        READINGS.of(List.of(one, two), NOW).values().iterator().next();

    assertThat(other.cohort()).isEqualTo("other");
    assertThat(other.count()).isEqualTo(1);
    assertThat(other.of()).isEqualTo(2);
  }

  @Test
  void aDeviceThatCallsItselfOtherTakesNoOthersPlace() {
    CohortLeaks named = CohortLeaks.none("other", "other");
    for (int worker = 0; worker < ENOUGH; worker++) {
      named = seen(named, worker, NOW, 0);
    }
    CohortLeaks hidden = seen(CohortLeaks.none("phone-low", "ke-nairobi"), 1, NOW, 1);

    assertThat(READINGS.of(List.of(named, hidden), NOW).values())
        .singleElement()
        .satisfies(reading -> assertThat(reading.of()).isEqualTo(ENOUGH + 1));
  }

  @Test
  void theRateSpeaksOfTheLastDay() {
    CohortLeaks cohort = CohortLeaks.none("phone-mid", "ke-nairobi");
    for (int hour = 0; hour < 48; hour++) {
      cohort = seen(cohort, hour, NOW + hour * HOUR, hour == 24 ? 1 : 0);
    }
    long later = NOW + 47 * HOUR;

    OperationsReading reading =
        READINGS.of(List.of(cohort), later).values().iterator().next();

    assertThat(reading.of()).isEqualTo(24);
    assertThat(reading.count()).isEqualTo(1);
    assertThat(reading.from()).isEqualTo(Instant.ofEpochMilli(500_024 * HOUR));
    assertThat(reading.to()).isEqualTo(Instant.ofEpochMilli(later));
    assertThat(READINGS.of(List.of(cohort), later + HOUR).values())
        .extracting(OperationsReading::count)
        .as("the leak was a day ago")
        .containsExactly(0L);
    assertThat(cohort.since(LeakWindow.DAY.from(later)).panes()).hasSize(24);
    assertThat(READINGS.of(List.of(cohort), later + 24 * HOUR)).isEmpty();
  }

  @Test
  void aReadingSaysWhatItWasCorrectedFor() {
    CohortLeaks cohort = CohortLeaks.none("phone-mid", "ke-nairobi");
    for (int frame = 0; frame < 100; frame++) {
      cohort = seen(cohort, frame, NOW, frame < 5 ? 1 : 0);
    }

    OperationsReading reading =
        READINGS.of(List.of(cohort), NOW).values().iterator().next();

    LeakEstimate estimate = LeakEstimate.of(new LeakCounts(100, 5), PASS, 0.95);
    assertThat(reading.value()).isEqualTo(estimate.rate());
    assertThat(reading.interval().low()).isEqualTo(estimate.low());
    assertThat(reading.interval().high()).isEqualTo(estimate.high());
    assertThat(reading.corrected())
        .containsExactly(
            new Correction(Correction.Fault.MISSED, 20, 100),
            new Correction(Correction.Fault.FOUND_FALSELY, 10, 1_000));
  }

  @Test
  void whatIsOverIsNotAssessedAndNotZero() {
    CohortLeaks cohort = seen(CohortLeaks.none("phone-mid", "ke-nairobi"), 1, NOW, 0);
    OperationsReading before =
        READINGS.of(List.of(cohort), NOW).values().iterator().next();

    OperationsReading over = READINGS.over(before, NOW + 24 * HOUR);

    assertThat(over.value().assessed()).isFalse();
    assertThat(over.of()).isZero();
    assertThat(over.interval().high()).isEqualTo(1);
  }

  @Test
  void whoStandsBehindAPublishedCohortIsForgotten() {
    assertThatThrownBy(
            () -> new CohortLeaks("phone-mid", "ke-nairobi", List.of(), List.of(1L), true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWorkersMarkHangsOnTheSeed() {
    WorkerMarks marks = new WorkerMarks(1);
    assertThat(marks.of("w-1")).isEqualTo(new WorkerMarks(1).of("w-1"));
    assertThat(marks.of("w-1")).isNotEqualTo(marks.of("w-2"));
    assertThat(marks.of("w-1")).isNotEqualTo(new WorkerMarks(2).of("w-1"));
  }

  private static List<String> cohorts(CohortLeaks... cohorts) {
    return READINGS.of(List.of(cohorts), NOW).values().stream()
        .map(OperationsReading::cohort)
        .toList();
  }

  private static CohortLeaks seen(CohortLeaks cohort, long worker, long at, int finds) {
    return Objects.requireNonNull(cohort)
        .plus(new LeakCounts(1, finds), LeakWindow.DAY.pane(at), worker, ENOUGH);
  }
}
