package sightline.pipeline.redact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import sightline.domain.leak.CohortLeaks;
import sightline.domain.leak.LeakCounts;
import sightline.domain.leak.LeakReadings;
import sightline.domain.leak.LeakWindow;
import sightline.domain.leak.Outcome;
import sightline.domain.operations.OperationsReading;

/**
 * Keeps count of second looks by cohort, and tells the rate of leaks while it changes. All cohorts lie under one key, since those
 * without a name are told together; a frame in a hundred is no load for one task. After a restart everything is told once more.
 *
 * <p>A cohort is forgotten with the last of its frames in the window, its name included. What was counted by another pass is no
 * measure of this one and goes with it, after a restart, as do the marks of workers under another seed.
 */
final class FollowLeaks extends KeyedProcessFunction<String, Examined, OperationsReading> {
  /** Milliseconds between two words about the same cohort. */
  static final long EVERY = Duration.ofSeconds(10).toMillis();

  /** Names of cohorts come from devices: what comes beyond so many is told among the others. */
  static final int MOST_COHORTS = 1_000;

  private final String key;
  private final LeakWindow window;
  private final LeakReadings readings;
  private final int workers;
  private transient MapState<String, CohortLeaks> cohorts;
  private transient Map<String, OperationsReading> said;

  /**
   * @param key {@link ExamineSettings#measuredBy}, under which all lies
   * @param workers distinct ones that must stand behind a cohort before its name is said
   */
  @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
  FollowLeaks(String key, LeakReadings readings, int workers) {
    this.key = key;
    this.window = readings.window();
    this.readings = readings;
    this.workers = workers;
  }

  @Override
  public void open(OpenContext context) {
    cohorts = getRuntimeContext()
        .getMapState(new MapStateDescriptor<>(
            "cohorts", Types.STRING, TypeInformation.of(CohortLeaks.class)));
    said = new HashMap<>();
  }

  @Override
  public void processElement(Examined examined, Context context, Collector<OperationsReading> out)
      throws Exception {
    if (!examined.outcome().counts()) {
      return;
    }
    long now = context.timerService().currentProcessingTime();
    CohortLeaks cohort = cohort(examined.deviceClass(), examined.region());
    LeakCounts one = new LeakCounts(1, examined.outcome() == Outcome.LEAK ? 1 : 0);
    cohorts.put(
        CohortLeaks.key(cohort.deviceClass(), cohort.region()),
        cohort.plus(one, window.pane(now), examined.worker(), workers));
    context.timerService().registerProcessingTimeTimer((now / EVERY + 1) * EVERY);
  }

  private CohortLeaks cohort(String deviceClass, String region) throws Exception {
    CohortLeaks cohort = cohorts.get(CohortLeaks.key(deviceClass, region));
    if (cohort != null) {
      return cohort;
    }
    int known = 0;
    for (String ignored : cohorts.keys()) {
      known++;
    }
    if (known < MOST_COHORTS) {
      return CohortLeaks.none(deviceClass, region);
    }
    String other = OperationsReading.OTHER;
    CohortLeaks rest = cohorts.get(CohortLeaks.key(other, other));
    return rest == null ? CohortLeaks.none(other, other) : rest;
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<OperationsReading> out)
      throws Exception {
    if (!context.getCurrentKey().equals(key)) {
      cohorts.clear();
      return;
    }
    List<CohortLeaks> kept = forget(at);
    Map<String, OperationsReading> now = readings.of(kept, at);
    now.forEach((cohort, reading) -> {
      if (isNews(reading, said.get(cohort))) {
        out.collect(reading);
      }
    });
    said.forEach((cohort, reading) -> {
      if (!now.containsKey(cohort)) {
        out.collect(readings.over(reading, at));
      }
    });
    said = new HashMap<>(now);
    if (!kept.isEmpty()) {
      context.timerService().registerProcessingTimeTimer((at / EVERY + 1) * EVERY);
    }
  }

  private List<CohortLeaks> forget(long now) throws Exception {
    List<CohortLeaks> kept = new ArrayList<>();
    Iterator<Map.Entry<String, CohortLeaks>> all = cohorts.iterator();
    while (all.hasNext()) {
      Map.Entry<String, CohortLeaks> entry = all.next();
      CohortLeaks since = entry.getValue().since(window.from(now));
      if (since.panes().isEmpty()) {
        all.remove();
      } else {
        kept.add(since);
      }
    }
    for (CohortLeaks cohort : kept) {
      cohorts.put(CohortLeaks.key(cohort.deviceClass(), cohort.region()), cohort);
    }
    if (kept.isEmpty()) {
      // a map without entries is still an entry
      cohorts.clear();
    }
    return kept;
  }

  private static boolean isNews(OperationsReading reading, @Nullable OperationsReading before) {
    return before == null || before.count() != reading.count() || before.of() != reading.of();
  }
}
