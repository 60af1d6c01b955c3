package sightline.pipeline.publish;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import io.prometheus.client.exporter.HTTPServer;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's metrics of this JVM, shared by every operator in it and served over HTTP while one of them is open.
 *
 * <p>A job's class loader outlives a restart, so operators must not register collectors themselves: they take a share of
 * this one holder and give it back. Counters restart at zero with the JVM and, after a restart from a checkpoint, count the
 * replayed frames again: the topics are the books, these are the gauges on the wall.
 */
public final class EngineMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(EngineMetrics.class);
  private static final double[] SCORES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0};
  private static final double[] SECONDS = {0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
  };
  private static final int PORTS_TRIED = 20;

  private static @Nullable EngineMetrics shared;

  private final CollectorRegistry registry = new CollectorRegistry();
  private final Map<Metric, Collector> collectors = new EnumMap<>(Metric.class);
  private final @Nullable HTTPServer server;
  private int holders;

  private EngineMetrics(MetricsSettings settings) {
    for (Metric metric : Metric.values()) {
      collectors.put(metric, collector(metric).register(registry));
    }
    DefaultExports.register(registry);
    server = settings.serve() ? serve(settings.port()) : null;
  }

  /** Takes a share of this JVM's metrics; {@link #release} gives it back. */
  public static synchronized EngineMetrics acquire(MetricsSettings settings) {
    EngineMetrics metrics = shared == null ? new EngineMetrics(settings) : shared;
    metrics.holders++;
    shared = metrics;
    return metrics;
  }

  /** Gives a share back; the last one closes the port. */
  public void release() {
    synchronized (EngineMetrics.class) {
      if (--holders == 0) {
        if (server != null) {
          server.close();
        }
        shared = null;
      }
    }
  }

  /** Where this JVM's metrics are served; null while no operator is open or none is served. */
  public static synchronized @Nullable Integer port() {
    return shared == null || shared.server == null ? null : shared.server.getPort();
  }

  public void count(Metric metric, String... labels) {
    ((Counter) get(metric)).labels(labels).inc();
  }

  public void observe(Metric metric, double value) {
    ((Histogram) get(metric)).observe(value);
  }

  public void mark(Metric metric, String... labels) {
    ((Gauge) get(metric)).labels(labels).set(1);
  }

  public void set(Metric metric, double value, String... labels) {
    ((Gauge) get(metric)).labels(labels).set(value);
  }

  /** Takes a gauge away, until it is set again: what is not known is not zero. */
  public void drop(Metric metric, String... labels) {
    ((Gauge) get(metric)).remove(labels);
  }

  public void rise(Metric metric, String... labels) {
    ((Gauge) get(metric)).labels(labels).inc();
  }

  /** Not below 0: what ends may have begun before this JVM did. */
  public synchronized void fall(Metric metric, String... labels) {
    Gauge.Child gauge = ((Gauge) get(metric)).labels(labels);
    if (gauge.get() >= 1) {
      gauge.dec();
    }
  }

  CollectorRegistry registry() {
    return registry;
  }

  private Collector get(Metric metric) {
    Collector collector = collectors.get(metric);
    if (collector == null) {
      throw new IllegalStateException("%s is not registered".formatted(metric));
    }
    return collector;
  }

  private static Collector collector(Metric metric) {
    String[] labels = metric.labels().toArray(String[]::new);
    return switch (metric.type()) {
      case COUNTER ->
        Counter.build(metric.id(), metric.help()).labelNames(labels).create();
      case GAUGE -> Gauge.build(metric.id(), metric.help()).labelNames(labels).create();
      case HISTOGRAM ->
        Histogram.build(metric.id(), metric.help())
            .labelNames(labels)
            .buckets(metric == Metric.FRAME_SCORE ? SCORES : SECONDS)
            .create();
    };
  }

  /** Takes the first free port from the wanted one on; metrics are worth a line in the log, not the job. */
  private @Nullable HTTPServer serve(int wanted) {
    for (int port = wanted; port < wanted + (wanted == 0 ? 1 : PORTS_TRIED); port++) {
      try {
        return new HTTPServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), registry, true);
      } catch (BindException e) {
        LOG.debug("port {} is in use, trying the next", port);
      } catch (IOException e) {
        LOG.warn("metrics are not served: {}", e.toString());
        return null;
      }
    }
    LOG.warn(
        "metrics are not served: ports {} to {} are in use; set metrics.port",
        wanted,
        wanted + PORTS_TRIED - 1);
    return null;
  }
}
