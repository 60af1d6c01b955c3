package sightline.domain.leak;

import static sightline.domain.operations.OperationsReading.OTHER;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sightline.domain.operations.Basis;
import sightline.domain.operations.Correction;
import sightline.domain.operations.Correction.Fault;
import sightline.domain.operations.Interval;
import sightline.domain.operations.OperationsReading;
import sightline.domain.operations.ReadingName;

/**
 * The rate of leaks as it is told: a reading for each published cohort, and one for all others together.
 *
 * @param pass how good the second look is, as measured
 */
public record LeakReadings(PassQuality pass, LeakWindow window) implements Serializable {
  private static final double CONFIDENCE = 0.95;

  /**
   * @param cohorts each at most once
   * @return by cohort; those of which nothing was looked at within the window have none
   */
  public Map<String, OperationsReading> of(Collection<CohortLeaks> cohorts, long nowMillis) {
    Map<String, OperationsReading> readings = new LinkedHashMap<>();
    LeakCounts others = LeakCounts.NONE;
    for (CohortLeaks cohort : cohorts) {
      LeakCounts counts = cohort.since(window.from(nowMillis)).counts();
      if (!cohort.published() || isOther(cohort)) {
        others = others.plus(counts);
      } else if (counts.examined() > 0) {
        put(reading(cohort.deviceClass(), cohort.region(), counts, nowMillis), readings);
      }
    }
    if (others.examined() > 0) {
      put(reading(OTHER, OTHER, others, nowMillis), readings);
    }
    return readings;
  }

  /** Of a cohort that had a reading and of which nothing is left in the window: not assessed. */
  public OperationsReading over(OperationsReading before, long nowMillis) {
    return reading(before.deviceClass(), before.region(), LeakCounts.NONE, nowMillis);
  }

  /** Names come from devices, so one may well call itself that. */
  private static boolean isOther(CohortLeaks cohort) {
    return cohort.deviceClass().equals(OTHER) && cohort.region().equals(OTHER);
  }

  private static void put(OperationsReading reading, Map<String, OperationsReading> into) {
    into.put(CohortLeaks.key(reading.deviceClass(), reading.region()), reading);
  }

  private OperationsReading reading(
      String deviceClass, String region, LeakCounts counts, long nowMillis) {
    LeakEstimate estimate = LeakEstimate.of(counts, pass, CONFIDENCE);
    return new OperationsReading(
        ReadingName.LEAK_RATE,
        null,
        deviceClass,
        region,
        null,
        Instant.ofEpochMilli(window.from(nowMillis)),
        Instant.ofEpochMilli(nowMillis),
        estimate.rate(),
        new Interval(estimate.low(), estimate.high(), CONFIDENCE, Basis.EXACT_CORRECTED),
        counts.finds(),
        counts.examined(),
        List.of(
            new Correction(Fault.MISSED, pass.missed(), pass.leaks()),
            new Correction(Fault.FOUND_FALSELY, pass.falseFinds(), pass.clean())));
  }
}
