package sightline.pipeline.publish;

import java.io.Serializable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;

/** Hands every record on as it is and counts it on the way. */
final class Counted<T> extends RichMapFunction<T, T> {
  /** What to count of one record. */
  interface Count<T> extends Serializable {
    void of(T value, EngineMetrics metrics);
  }

  private final MetricsSettings settings;
  private final Count<T> count;
  private transient @Nullable EngineMetrics metrics;

  Counted(MetricsSettings settings, Count<T> count) {
    this.settings = settings;
    this.count = count;
  }

  @Override
  public void open(OpenContext context) {
    metrics = EngineMetrics.acquire(settings);
  }

  @Override
  public void close() {
    if (metrics != null) {
      metrics.release();
      metrics = null;
    }
  }

  @Override
  public T map(T value) {
    if (metrics != null) {
      count.of(value, metrics);
    }
    return value;
  }
}
