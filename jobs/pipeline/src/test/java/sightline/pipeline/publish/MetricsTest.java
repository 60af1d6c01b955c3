package sightline.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.client.Collector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightline.domain.operations.Basis;
import sightline.domain.operations.Interval;
import sightline.domain.operations.OperationsReading;
import sightline.domain.operations.ReadingName;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

class MetricsTest {
  @Test
  void theTableInTheDocsIsWhatTheEngineExposes() throws Exception {
    List<String> rows = Files.readAllLines(
            Path.of(System.getProperty("sightline.root"), "jobs/docs/metrics.md"))
        .stream()
        .filter(line -> line.startsWith("| `sightline_"))
        .toList();
    assertThat(rows).containsExactlyElementsOf(exposed());
  }

  @Test
  void whatCannotBeAssessedHasNoGauge() {
    EngineMetrics metrics = EngineMetrics.acquire(MetricsSettings.OFF);
    try {
      Publish.gauges(pay(Measure.of(250), new Interval(200, 300, 0.95, Basis.JACKKNIFE)), metrics);
      assertThat(gauge("sightline_operations", metrics)).isEqualTo(250);
      assertThat(gauge("sightline_operations_low", metrics)).isEqualTo(200);
      assertThat(gauge("sightline_operations_high", metrics)).isEqualTo(300);
      Publish.gauges(pay(Measure.of(260), Interval.notAssessed(0.95)), metrics);
      assertThat(gauge("sightline_operations", metrics)).isEqualTo(260);
      assertThat(gauge("sightline_operations_low", metrics)).isNull();
      assertThat(gauge("sightline_operations_high", metrics)).isNull();
      Publish.gauges(
          pay(Measure.unassessed(Unassessed.NOTHING_TO_MEASURE), Interval.notAssessed(0.95)),
          metrics);
      assertThat(gauge("sightline_operations", metrics)).isNull();
    } finally {
      metrics.release();
    }
  }

  private static OperationsReading pay(Measure value, Interval interval) {
    return new OperationsReading(
        ReadingName.EFFECTIVE_HOURLY_PAY,
        "KES",
        "phone-mid",
        "ke-nairobi",
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        value,
        interval,
        9,
        10,
        List.of());
  }

  private static @Nullable Double gauge(String name, EngineMetrics metrics) {
    return metrics
        .registry()
        .getSampleValue(name, new String[] {"reading", "cohort", "task", "detail"}, new String[] {
          "effective_hourly_pay", "phone-mid/ke-nairobi", "", "KES"
        });
  }

  /** Rows made of what a scrape would see, not of the enum that it was registered from. */
  private static List<String> exposed() {
    EngineMetrics metrics = EngineMetrics.acquire(MetricsSettings.OFF);
    try {
      for (Metric metric : Metric.values()) {
        String[] values = metric.labels().stream().map(label -> "x").toArray(String[]::new);
        switch (metric.type()) {
          case COUNTER -> metrics.count(metric, values);
          case GAUGE -> metrics.mark(metric, values);
          case HISTOGRAM -> metrics.observe(metric, 0.5);
        }
      }
      List<Collector.MetricFamilySamples> families =
          Collections.list(metrics.registry().metricFamilySamples());
      return Arrays.stream(Metric.values())
          .flatMap(metric -> row(metric, families))
          .toList();
    } finally {
      metrics.release();
    }
  }

  private static Stream<String> row(Metric metric, List<Collector.MetricFamilySamples> families) {
    return families.stream()
        .filter(
            family -> metric.id().equals(family.name) || metric.id().equals(family.name + "_total"))
        .map(family -> {
          List<String> labels = family.samples.get(0).labelNames.stream()
              .filter(label -> !label.equals("le"))
              .toList();
          return "| `%s` | %s | %s | %s |"
              .formatted(
                  metric.id(),
                  metric.type().name().toLowerCase(java.util.Locale.ROOT),
                  labels.stream().map("`%s`"::formatted).collect(Collectors.joining(", ")),
                  family.help);
        });
  }

  @Test
  void whatEndsWithoutHavingBegunHereLeavesTheGaugeAtZero() {
    EngineMetrics metrics = EngineMetrics.acquire(MetricsSettings.OFF);
    try {
      metrics.fall(Metric.INCIDENTS_OPEN, "voice");
      metrics.rise(Metric.INCIDENTS_OPEN, "voice");
      assertThat(metrics
              .registry()
              .getSampleValue(
                  "sightline_incidents_open", new String[] {"kind"}, new String[] {"voice"}))
          .isEqualTo(1);
    } finally {
      metrics.release();
    }
  }

  @Test
  void servesWhatWasCountedUntilTheLastHolderLetsGo() throws Exception {
    EngineMetrics first = EngineMetrics.acquire(new MetricsSettings(0));
    EngineMetrics second = EngineMetrics.acquire(new MetricsSettings(0));
    assertThat(second).isSameAs(first);
    first.count(Metric.FRAMES_FINAL, "withhold");
    Integer port = EngineMetrics.port();
    assertThat(port).isNotNull();
    HttpRequest scrape = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d/metrics".formatted(port)))
        .build();
    String page = HttpClient.newHttpClient()
        .send(scrape, HttpResponse.BodyHandlers.ofString())
        .body();
    assertThat(page).contains("sightline_frames_final_total{disposition=\"withhold\",} 1.0");
    first.release();
    assertThat(EngineMetrics.port()).isEqualTo(port);
    second.release();
    assertThat(EngineMetrics.port()).isNull();
  }
}
